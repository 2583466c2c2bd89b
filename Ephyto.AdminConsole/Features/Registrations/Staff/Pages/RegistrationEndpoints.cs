using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Features.Registrations.Staff.Components;
using Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;

namespace Ephyto.AdminConsole.Features.Registrations.Staff.Pages;

/// <summary>Files of the desk: the list of registrations, and the evidence of a decision.</summary>
internal static class RegistrationEndpoints
{
    public const string ListPath = "hub/registrations.csv";

    public static void MapRegistrationFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(ListPath, ListAsync).RequireAuthorization().AlsoWithoutBody();
        endpoints.MapGet("/hub/registrations/{registration:guid}/evidence/{file:guid}", EvidenceAsync).RequireAuthorization()
            .AlsoWithoutBody();
    }

    public static string EvidenceOf(Guid registration, Guid file) => $"hub/registrations/{registration}/evidence/{file}";

    private static async Task<IResult> ListAsync(HttpContext http, ExportRegistrations export, RegistrationColumns columns)
    {
        var address = http.Request.Query;
        var request = RegistrationQuery.Of(address).ToRequest(ListAddress.Of(address));
        var exported = await export.HandleAsync(new(request, ChosenRows.Of(address)), http.User.ToActor(), http.RequestAborted);
        return columns.Answer(exported, "registrations");
    }

    // Always as a download: nothing of it runs in the console's own address.
    private static async Task<IResult> EvidenceAsync(Guid registration, Guid file, HttpContext http, FetchEvidence fetch) =>
        await fetch.HandleAsync(new(registration, file), http.User.ToActor(), http.RequestAborted) switch
        {
            { IsSuccess: true, Value: var found } => Results.File(found.Content, found.ContentType, found.Name),
            { Error: var refusal } when refusal == AccessErrors.NotFound => Results.NotFound(),
            _ => Results.Forbid(),
        };
}
