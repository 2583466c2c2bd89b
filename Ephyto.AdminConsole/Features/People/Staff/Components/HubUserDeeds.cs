using Ephyto.AdminConsole.Features.People.Staff.UseCases;
using Ephyto.Domain.Access;

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

internal static class HubUserDeeds
{
    /// <summary>What the reader may do to a person, the likeliest first; nobody acts on their own role but to give it back.</summary>
    public static IEnumerable<HubUserDeed> For(HubUserRow row) => row switch
    {
        { User.Status: HubUserStatus.Invited } => [HubUserDeed.Resend, HubUserDeed.Cancel],
        { IsReader: true, User.Status: HubUserStatus.Active } => [HubUserDeed.Leave],
        { IsReader: false, User.Status: HubUserStatus.Active } => [HubUserDeed.Suspend, HubUserDeed.Remove],
        { IsReader: false, User.Status: HubUserStatus.Suspended } => [HubUserDeed.Reactivate, HubUserDeed.Remove],
        _ => [],
    };
}
