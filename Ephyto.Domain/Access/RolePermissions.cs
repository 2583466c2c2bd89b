namespace Ephyto.Domain.Access;

/// <summary>Which role may do what: the one table of it.</summary>
public static class RolePermissions
{
    private static readonly Permission[] HubReading =
        [Permission.RegistrationsView, Permission.ContactPointsView, Permission.NpposView, Permission.OutboxView, Permission.AuditView,
            Permission.LibraryView,
            Permission.LettersView];

    private static readonly Dictionary<NppoRole, HashSet<Permission>> OfNppoRole = new()
    {
        [NppoRole.Administrator] =
        [
            Permission.NppoView, Permission.NppoEdit, Permission.MembersView, Permission.MembersInvite, Permission.MembersManage,
            Permission.IntegrationEdit, Permission.HistoryView, Permission.DocumentsRead,
            Permission.LettersAsk, Permission.EvidenceCarry,
        ],
        [NppoRole.Integrator] = [Permission.NppoView, Permission.MembersView, Permission.IntegrationEdit, Permission.DocumentsRead],
        [NppoRole.Viewer] = [Permission.NppoView, Permission.MembersView, Permission.DocumentsRead],
    };

    private static readonly Dictionary<HubRole, HashSet<Permission>> OfHubRole = new()
    {
        [HubRole.HubAdministrator] =
        [
            .. HubReading, Permission.RegistrationsDecide, Permission.ContactPointsEdit, Permission.OutboxManage, Permission.HubUsersManage,
            Permission.NpposManage, Permission.LibraryManage, Permission.LettersIssue,
        ],
        [HubRole.SecretariatOfficer] = [.. HubReading, Permission.RegistrationsDecide, Permission.ContactPointsEdit,
            Permission.OutboxManage, Permission.LettersIssue],
        [HubRole.Auditor] = [.. HubReading],
    };

    public static bool Allows(this NppoRole role, Permission permission) => OfNppoRole[role].Contains(permission);

    public static bool Allows(this HubRole role, Permission permission) => OfHubRole[role].Contains(permission);
}
