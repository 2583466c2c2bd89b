namespace Ephyto.Domain.Access;

/// <summary>Which role may do what: the one table of it.</summary>
public static class RolePermissions
{
    private static readonly Permission[] HubReading =
        [Permission.RegistrationsView, Permission.ContactPointsView, Permission.NpposView, Permission.OutboxView, Permission.AuditView];

    private static readonly Dictionary<NppoRole, HashSet<Permission>> OfNppoRole = new()
    {
        [NppoRole.Administrator] =
        [
            Permission.NppoView, Permission.NppoEdit, Permission.MembersView, Permission.MembersInvite, Permission.MembersManage,
            Permission.IntegrationEdit, Permission.HistoryView,
        ],
        [NppoRole.Integrator] = [Permission.NppoView, Permission.MembersView, Permission.IntegrationEdit],
        [NppoRole.Viewer] = [Permission.NppoView, Permission.MembersView],
    };

    private static readonly Dictionary<HubRole, HashSet<Permission>> OfHubRole = new()
    {
        [HubRole.HubAdministrator] =
            [.. HubReading, Permission.RegistrationsDecide, Permission.ContactPointsEdit, Permission.HubUsersManage, Permission.NpposManage],
        [HubRole.SecretariatOfficer] = [.. HubReading, Permission.RegistrationsDecide, Permission.ContactPointsEdit],
        [HubRole.Auditor] = [.. HubReading],
    };

    public static bool Allows(this NppoRole role, Permission permission) => OfNppoRole[role].Contains(permission);

    public static bool Allows(this HubRole role, Permission permission) => OfHubRole[role].Contains(permission);
}
