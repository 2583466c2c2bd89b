using Ephyto.Domain.Common;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Features.People.Members;

/// <param name="Typed">As it stood there.</param>
/// <param name="Email">Null where it is no address.</param>
/// <param name="Fault">What is wrong with it; null where it is an address.</param>
internal sealed record PastedAddress(string Typed, EmailAddress? Email, DomainError? Fault);

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
            .Select(piece => Read(piece, Bare(piece))),
    ];

    private static PastedAddress Read(string piece, string bare) => EmailAddress.TryParse(bare) is { } email
        ? new(piece, email, null) : new(piece, null, EmailAddress.WhyNot(bare) ?? MemberErrors.InvalidEmail);

    // A comma also stands inside a name, as in "Kouassi, Awa <awa@example.org>": what has no address waits for what has one in brackets.
    private static IEnumerable<string> Pieces(string line)
    {
        List<string> waiting = [];
        var hasBrackets = line.Contains('<', StringComparison.Ordinal);
        foreach (var piece in line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!piece.Contains('@', StringComparison.Ordinal) && hasBrackets)
            {
                waiting.Add(piece);
                continue;
            }

            if (waiting.Count > 0 && !piece.Contains('<', StringComparison.Ordinal))
            {
                yield return string.Join(", ", waiting);
                waiting.Clear();
            }

            waiting.Add(piece);
            yield return string.Join(", ", waiting);
            waiting.Clear();
        }

        if (waiting.Count > 0) yield return string.Join(", ", waiting);
    }

    private static string Bare(string piece)
    {
        var (open, close) = (piece.LastIndexOf('<'), piece.LastIndexOf('>'));
        return open >= 0 && close > open ? piece[(open + 1)..close] : piece;
    }
}
