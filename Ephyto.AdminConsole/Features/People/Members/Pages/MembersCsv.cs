using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Features.People.Members.Components;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Features.People.Members.Pages;

/// <summary>The filtered list of members as a file, in the reader's language.</summary>
internal static class MembersCsv
{
    public const string Path = "nppo/members.csv";

    public static void MapMembersFile(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Path, DownloadAsync).RequireAuthorization().AlsoWithoutBody();

    /// <summary>The file of an organization's members.</summary>
    public static string Of(Guid nppoId) => $"{Path}?nppo={nppoId}";

    /// <summary>What an address asks for.</summary>
    public static ListMembersRequest RequestOf(Guid nppoId, string? search, string? state, string? role, ListAddress address) =>
        new(nppoId, search, ListQuery.Named<MemberStatus>(state), ListQuery.Named<NppoRole>(role), address.Number, address.Sort,
            address.Rows);

    /// <param name="nppo">The organization's id.</param>
    private static async Task<IResult> DownloadAsync(
        Guid nppo, string? search, string? state, string? role, HttpContext http, ExportMembers export, MemberColumns columns)
    {
        var address = http.Request.Query;
        var request = RequestOf(nppo, search, state, role, ListAddress.Of(address));
        var exported = await export.HandleAsync(new(request, ChosenRows.Of(address)), http.User.ToActor(), http.RequestAborted);
        return exported.IsSuccess
            ? new ListFile(columns.For(exported.Value.MayManage).Write(exported.Value.Rows), "members")
            : Results.Forbid();
    }
}
