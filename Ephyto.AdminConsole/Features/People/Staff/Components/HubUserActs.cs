using Ephyto.AdminConsole.Features.People.Staff.UseCases;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.People.Staff.Components;

/// <summary>What can be done to a person in the list; each is asked for once.</summary>
public enum HubUserDeed
{
    Resend,
    Cancel,
    Suspend,
    Reactivate,
    Remove,
    Leave,
}

/// <summary>What the list of the hub's people shows and does.</summary>
internal sealed class HubUserActs(
    ListHubUsers list, AssignHubRole assign, ResendHubInvitation resend, CancelHubInvitation cancel, SuspendHubUser suspend,
    ReactivateHubUser reactivate, RemoveHubUser remove, LeaveHub leave)
{
    public Task<Result<HubUserList>> ListAsync(ListHubUsersRequest request, Actor reader) => list.HandleAsync(request, reader, CancellationToken.None);

    public Task<Result<HubUserStatus>> AssignAsync(AssignHubRoleRequest request, Actor actor) => assign.HandleAsync(request, actor, CancellationToken.None);

    public Task<Result<HubUserStatus>> DoAsync(HubUserDeed deed, SeenHubUser seen, Actor actor) => deed switch
    {
        HubUserDeed.Resend => resend.HandleAsync(seen, actor, CancellationToken.None),
        HubUserDeed.Cancel => cancel.HandleAsync(seen, actor, CancellationToken.None),
        HubUserDeed.Suspend => suspend.HandleAsync(seen, actor, CancellationToken.None),
        HubUserDeed.Reactivate => reactivate.HandleAsync(seen, actor, CancellationToken.None),
        HubUserDeed.Remove => remove.HandleAsync(seen, actor, CancellationToken.None),
        _ => leave.HandleAsync(seen, actor, CancellationToken.None),
    };

    /// <summary>What the reader may do to a person, the likeliest first; nobody acts on their own role but to give it back.</summary>
    public static IEnumerable<HubUserDeed> DeedsFor(HubUserRow row) => row switch
    {
        { User.Status: HubUserStatus.Invited } => [HubUserDeed.Resend, HubUserDeed.Cancel],
        { IsReader: true, User.Status: HubUserStatus.Active } => [HubUserDeed.Leave],
        { IsReader: false, User.Status: HubUserStatus.Active } => [HubUserDeed.Suspend, HubUserDeed.Remove],
        { IsReader: false, User.Status: HubUserStatus.Suspended } => [HubUserDeed.Reactivate, HubUserDeed.Remove],
        _ => [],
    };
}
