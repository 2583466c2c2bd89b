using Ephyto.AdminConsole.Features.People.Staff.UseCases;
using Ephyto.Domain.Access;

namespace Ephyto.AdminConsole.Features.People.Staff.Components;

/// <summary>What can be done to a person in the list; each is asked for once.</summary>
public enum HubUserAction
{
    Resend,
    Cancel,
    Suspend,
    Reactivate,
    Remove,
    Leave,
}

internal static class HubUserActions
{
    /// <summary>What the reader may do to a person, the likeliest first; nobody acts on their own role but to give it back.</summary>
    public static IEnumerable<HubUserAction> For(HubUserRow row) => row switch
    {
        { User.Status: HubUserStatus.Invited } => [HubUserAction.Resend, HubUserAction.Cancel],
        { IsReader: true, User.Status: HubUserStatus.Active } => [HubUserAction.Leave],
        { IsReader: false, User.Status: HubUserStatus.Active } => [HubUserAction.Suspend, HubUserAction.Remove],
        { IsReader: false, User.Status: HubUserStatus.Suspended } => [HubUserAction.Reactivate, HubUserAction.Remove],
        _ => [],
    };
}
