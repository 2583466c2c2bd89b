using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Members;

/// <param name="Typed">As it stood there.</param>
/// <param name="Email">Null where it is no address.</param>
internal sealed record PastedAddress(string Typed, EmailAddress? Email);

/// <summary>
/// Reads addresses as people paste them from a mail program or a sheet: separated by commas, semicolons or line ends, with
/// or without a name in front (<c>Kouassi, Awa &lt;awa@example.org&gt;</c>).
/// </summary>
internal static class PastedAddresses
{
    private static readonly char[] Lines = [';', '\n', '\r'];

    public static IReadOnlyList<PastedAddress> Parse(string? pasted) =>
    [
        .. (pasted ?? "").Split(Lines, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Pieces)
            .Select(piece => new PastedAddress(piece, EmailAddress.TryParse(Bare(piece)))),
    ];

    // A comma also stands inside a name, as in "Kouassi, Awa <awa@example.org>": what has no address waits for what has one in brackets.
    private static IEnumerable<string> Pieces(string line)
    {
        var waiting = "";
        foreach (var piece in line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!piece.Contains('@', StringComparison.Ordinal) && line.Contains('<', StringComparison.Ordinal))
            {
                waiting = waiting.Length == 0 ? piece : $"{waiting}, {piece}";
                continue;
            }

            if (waiting.Length > 0 && !piece.Contains('<', StringComparison.Ordinal))
            {
                yield return waiting;
                waiting = "";
            }

            yield return waiting.Length == 0 ? piece : $"{waiting}, {piece}";
            waiting = "";
        }

        if (waiting.Length > 0) yield return waiting;
    }

    private static string Bare(string piece)
    {
        var (open, close) = (piece.LastIndexOf('<'), piece.LastIndexOf('>'));
        return open >= 0 && close > open ? piece[(open + 1)..close] : piece;
    }
}
