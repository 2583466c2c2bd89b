using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Features.People.Staff.Components;
using Ephyto.AdminConsole.Features.People.Staff.UseCases;
using Ephyto.AdminConsole.Platform.Security;

namespace Ephyto.AdminConsole.Features.People.Staff.Pages;

/// <summary>The filtered list of the hub's people as a file, in the reader's language.</summary>
internal static class HubUsersCsv
{
    public const string Path = "hub/users.csv";

    public static void MapHubUsersFile(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Path, DownloadAsync).RequireAuthorization().AlsoWithoutBody();

    private static async Task<IResult> DownloadAsync(HttpContext http, ExportHubUsers export, HubUserColumns columns)
    {
        var address = http.Request.Query;
        var request = HubUsersQuery.Of(address).ToRequest(ListAddress.Of(address));
        var exported = await export.HandleAsync(new(request, ChosenRows.Of(address)), http.User.ToActor(), http.RequestAborted);
        return columns.Answer(exported, "users");
    }
}
