using System.Globalization;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Csv;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Registrations.Staff.Pages;

/// <summary>Files of the desk: the list of registrations, and the evidence of a decision.</summary>
internal static class RegistrationEndpoints
{
    public const string ListPath = "hub/registrations.csv";

    private static readonly string[] Columns =
    [
        "Reference", "CountryCode", "Country", "Organization", "NameInEnglish", "RequestKind", "State", "WhyEscalated", "TheRepresentative", "Email",
        "PreferredLanguage", "Submitted", "CsvVerified", "CsvAsked", "CsvDecided", "Reason",
    ];

    public static void MapRegistrationFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(ListPath, ListAsync).RequireAuthorization().AlsoWithoutBody();
        endpoints.MapGet("/hub/registrations/{registration:guid}/evidence/{file:guid}", EvidenceAsync).RequireAuthorization().AlsoWithoutBody();
    }

    public static string EvidenceOf(Guid registration, Guid file) => $"hub/registrations/{registration}/evidence/{file}";

    private static async Task<IResult> ListAsync(
        HttpContext http, ExportRegistrations export, Terms terms, CountryCatalogue countries, IStringLocalizer<RegistrationStaffText> text)
    {
        var exported = await export.HandleAsync(RegistrationQuery.Of(http.Request.Query).ToRequest(), http.User.ToActor(), http.RequestAborted);
        if (!exported.IsSuccess) return Results.Forbid();

        var file = CsvSheet.Write([.. Columns.Select(column => text[column].Value)], exported.Value.Select(registration => CellsOf(registration, terms, countries)));
        return Results.File(file, CsvSheet.ContentType, "registrations.csv");
    }

    // Always as a download: nothing of it runs in the console's own address.
    private static async Task<IResult> EvidenceAsync(Guid registration, Guid file, HttpContext http, FetchEvidence fetch) =>
        await fetch.HandleAsync(new(registration, file), http.User.ToActor(), http.RequestAborted) switch
        {
            { IsSuccess: true, Value: var found } => Results.File(found.Content, found.ContentType, found.Name),
            { Error: var refusal } when refusal == AccessErrors.NotFound => Results.NotFound(),
            _ => Results.Forbid(),
        };

    private static string?[] CellsOf(Registration row, Terms terms, CountryCatalogue countries) =>
    [
        row.Reference, row.CountryCode, countries.NameOf(row.CountryCode, Languages.Current.Code), row.Organization.Name,
        row.Organization.NameInEnglish, terms.Of(row.Kind), terms.Of(row.Status), row is { Status: RegistrationStatus.Escalated, EscalationReason: { } why } ? terms.Of(why) : null,
        row.Representative.FullName, row.Representative.Email, row.Representative.PreferredLanguage, CsvSheet.Moment(row.SubmittedAt), CsvSheet.Moment(row.VerifiedAt),
        CsvSheet.Moment(row.AskedAt), CsvSheet.Moment(row.DecidedAt), row.DeclineReason is { } reason ? terms.Of(reason) : null,
    ];
}
