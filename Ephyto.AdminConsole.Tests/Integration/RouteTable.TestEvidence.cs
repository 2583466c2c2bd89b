using Ephyto.Domain.Access;

namespace Ephyto.AdminConsole.Tests.Integration;

internal static partial class RouteTable
{
    private static RouteAccess[] TestEvidence =>
    [
        new("/nppo/integration/evidence", "/nppo/integration/evidence?nppo={nppo}", true,
            person => AccessWorld.MayOnNppo(person, Permission.EvidenceCarry) || AccessWorld.MayOnHub(person, Permission.NpposView),
            "\"payload\""),
        new("/nppo/integration/test-console.pem", "/nppo/integration/test-console.pem", true),
    ];
}
