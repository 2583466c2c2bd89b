using Ephyto.Domain.Connections;

namespace Ephyto.AdminConsole.Features.Sandbox.Outgoing;

/// <summary>Which address of a connection the Hub calls.</summary>
internal static class PushAddress
{
    /// <returns>Null where it calls none: the connection fetches.</returns>
    public static string? Of(Connection connection) =>
        connection.Settings is { Delivery: DeliveryMode.Push, Endpoint: { Length: > 0 } address } ? address : null;
}
