using System.Globalization;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Csv;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.Pages;

/// <summary>The filtered list of organisations as a file, in the reader's language.</summary>
internal static class NppoEndpoints
{
    public const string ListPath = "hub/nppos.csv";

    private static readonly string[] Columns =
    [
        "CountryCode", "Country", "Organization", "NameInEnglish", "State", "CsvStateSince", "Reason", "MemberSince", "TechnicalContact", "CsvContactEmail",
        "Administrators", "LastSignIn",
    ];

    public static void MapNppoFiles(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(ListPath, ListAsync).RequireAuthorization().AlsoWithoutBody();

    private static async Task<IResult> ListAsync(
        HttpContext http, ExportNppos export, Terms terms, CountryCatalogue countries, IStringLocalizer<NppoStaffText> text)
    {
        var exported = await export.HandleAsync(NppoQuery.Of(http.Request.Query).ToRequest(), http.User.ToActor(), http.RequestAborted);
        if (!exported.IsSuccess) return Results.Forbid();

        var file = CsvSheet.Write([.. Columns.Select(column => text[column].Value)], exported.Value.Select(row => CellsOf(row, terms, countries)));
        return Results.File(file, CsvSheet.ContentType, "nppos.csv");
    }

    private static string?[] CellsOf(NppoRow row, Terms terms, CountryCatalogue countries) =>
    [
        row.Nppo.CountryCode, countries.NameOf(row.Nppo.CountryCode), row.Nppo.Organization.Name, row.Nppo.Organization.NameInEnglish, terms.Of(row.Nppo.Status),
        CsvSheet.Moment(row.Nppo.StatusSince), row.Nppo.SuspensionWords ?? row.Nppo.ClosingWords, CsvSheet.Moment(row.Nppo.RegisteredAt),
        row.Contact is { } contact ? terms.Person(contact.Person.FullName) : null, row.Contact?.Email,
        row.Administrators.ToString(CultureInfo.InvariantCulture), CsvSheet.Moment(row.LastSignInAt),
    ];
}
