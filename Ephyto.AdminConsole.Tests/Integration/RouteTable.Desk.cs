using Ephyto.Domain.Access;

namespace Ephyto.AdminConsole.Tests.Integration;

internal static partial class RouteTable
{
    private static RouteAccess[] Desk =>
    [
        Hub("/hub/nppos/{Id:guid}", Permission.NpposView, "/hub/nppos/{nppo}"),
        new("/hub/nppos.csv", "/hub/nppos.csv", true, person => AccessWorld.MayOnHub(person, Permission.NpposView),
            "initial.ci@example.org"),
        new("/hub/registrations.csv", "/hub/registrations.csv", true, person => AccessWorld.MayOnHub(person, Permission.RegistrationsView),
            "representative.gh@example.org"),
        new("/hub/registrations/{registration:guid}/evidence/{file:guid}", $"/hub/registrations/{Guid.Empty}/evidence/{Guid.Empty}", true),
    ];
}
