using Ephyto.Domain.Connections;

namespace Ephyto.AdminConsole.Features.Sandbox.ConnectionTest;

/// <summary>Which addresses of a connection the Hub calls.</summary>
internal static class PushAddresses
{
    public static IReadOnlyList<string> Of(Connection connection) =>
        connection.Settings is { Delivery: DeliveryMode.Push, Endpoint: { Length: > 0 } address } ? [address] : [];
}
