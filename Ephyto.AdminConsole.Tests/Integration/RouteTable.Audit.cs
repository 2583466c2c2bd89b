using Ephyto.Domain.Access;

namespace Ephyto.AdminConsole.Tests.Integration;

internal static partial class RouteTable
{
    private static RouteAccess[] Audit =>
    [
        Hub("/hub/audit", Permission.AuditView),
        Hub("/hub/audit/{Sequence:long}", Permission.AuditView, "/hub/audit/1"),
        new("/hub/audit.csv", "/hub/audit.csv", true, person => AccessWorld.MayOnHub(person, Permission.AuditView), "PreviousHash"),
        new("/hub/audit/head.json", "/hub/audit/head.json", true,
            person => AccessWorld.MayOnHub(person, Permission.AuditView), "exportedAt"),
        new("/nppo/history.csv", "/nppo/history.csv?nppo={nppo}", true, person => AccessWorld.MayOnNppo(person, Permission.HistoryView),
            "PreviousHash"),
    ];
}
