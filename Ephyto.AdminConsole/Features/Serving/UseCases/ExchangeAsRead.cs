using Ephyto.Domain.Connections;

namespace Ephyto.AdminConsole.Features.Serving.UseCases;

/// <summary>What a connection did when its question was read: nobody confirms anything else.</summary>
internal sealed record ExchangeAsRead(bool Sends, bool Receives)
{
    public static ExchangeAsRead Of(ConnectionSettings settings) => new(settings.Send, settings.Receive);

    /// <summary>As a form carries it, two digits.</summary>
    public override string ToString() => $"{(Sends ? 1 : 0)}{(Receives ? 1 : 0)}";

    /// <returns>Null where it is none.</returns>
    public static ExchangeAsRead? Read(string? written) =>
        written is [('0' or '1') and var sends, ('0' or '1') and var receives] ? new(sends == '1', receives == '1') : null;
}
