using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Features.Nppos.Staff.Components;
using Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;
using Ephyto.AdminConsole.Platform.Security;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.Pages;

/// <summary>The filtered list of organizations as a file, in the reader's language.</summary>
internal static class NppoEndpoints
{
    public const string ListPath = "hub/nppos.csv";

    public static void MapNppoFiles(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(ListPath, ListAsync).RequireAuthorization().AlsoWithoutBody();

    private static async Task<IResult> ListAsync(HttpContext http, ExportNppos export, NppoColumns columns)
    {
        var address = http.Request.Query;
        var request = NppoQuery.Of(address).ToRequest(ListAddress.Of(address));
        var exported = await export.HandleAsync(new(request, ChosenRows.Of(address)), http.User.ToActor(), http.RequestAborted);
        return columns.Answer(exported, "nppos");
    }
}
