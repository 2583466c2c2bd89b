using Ephyto.Domain.Serving;

namespace Ephyto.AdminConsole.Features.Serving.UseCases;

/// <summary>What a connection did when its question was read, as a form carries it: nobody agrees to anything else.</summary>
internal static class ExchangeAsRead
{
    /// <returns>Two digits.</returns>
    public static string Write(ServedExchange exchange) => $"{(exchange.Sends ? 1 : 0)}{(exchange.Receives ? 1 : 0)}";

    /// <returns>Null where it is none.</returns>
    public static ServedExchange? Read(string? written) =>
        written is [('0' or '1') and var sends, ('0' or '1') and var receives] ? new(sends == '1', receives == '1') : null;
}
