using Ephyto.Domain.Access;

namespace Ephyto.AdminConsole.Tests.Integration;

internal static partial class RouteTable
{
    private static RouteAccess[] Sandbox =>
    [
        Nppo("/nppo/sandbox", Permission.NppoView, "Ivoire"),
        Nppo("/nppo/sandbox/envelopes", Permission.NppoView, "Ivoire"),
        Nppo("/nppo/sandbox/first-call", Permission.NppoView, "Ivoire"),
        new("/nppo/sandbox/calls/{Id:guid}", $"/nppo/sandbox/calls/{Guid.Empty}", true),
        new("/nppo/sandbox/calls/{call:guid}/request", $"/nppo/sandbox/calls/{Guid.Empty}/request?nppo={{nppo}}", true),
        new("/nppo/sandbox/calls/{call:guid}/answer", $"/nppo/sandbox/calls/{Guid.Empty}/answer?nppo={{nppo}}", true),
        new("/nppo/sandbox.csv", "/nppo/sandbox.csv?nppo={nppo}", true,
            person => AccessWorld.MayOnNppo(person, Permission.NppoView), "Tracking number"),
        new("/nppo/sandbox/envelopes.csv", "/nppo/sandbox/envelopes.csv?nppo={nppo}", true,
            person => AccessWorld.MayOnNppo(person, Permission.NppoView), "Tracking number"),
        Hub("/hub/sandbox", Permission.NpposView),
        Hub("/hub/sandbox/envelopes", Permission.NpposView),
        Hub("/hub/sandbox/calls/{Id:guid}", Permission.NpposView, $"/hub/sandbox/calls/{Guid.Empty}"),
        new("/hub/sandbox/calls/{call:guid}/request", $"/hub/sandbox/calls/{Guid.Empty}/request", true),
        new("/hub/sandbox/calls/{call:guid}/answer", $"/hub/sandbox/calls/{Guid.Empty}/answer", true),
        new("/hub/sandbox.csv", "/hub/sandbox.csv", true, person => AccessWorld.MayOnHub(person, Permission.NpposView), "Tracking number"),
        new("/hub/sandbox/envelopes.csv", "/hub/sandbox/envelopes.csv", true,
            person => AccessWorld.MayOnHub(person, Permission.NpposView), "Tracking number"),
    ];
}
