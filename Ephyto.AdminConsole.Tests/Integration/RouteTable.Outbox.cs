using Ephyto.Domain.Access;

namespace Ephyto.AdminConsole.Tests.Integration;

internal static partial class RouteTable
{
    private static RouteAccess[] Outbox =>
    [
        Hub("/hub/outbox", Permission.OutboxView),
        Hub("/hub/outbox/{Id:guid}", Permission.OutboxView, $"/hub/outbox/{Guid.Empty}"),
        new("/hub/outbox.csv", "/hub/outbox.csv", true, person => AccessWorld.MayOnHub(person, Permission.OutboxView),
            "Answer of the mail server"),
    ];
}
