using System.Text;

namespace Ephyto.AdminConsole.Platform.Emails;

/// <summary>
/// A name such as "Min.Ag" is let through, and so is "Evil.Ru": programs that show e-mails would make a link of either. A word joiner
/// behind its full stop, which nobody sees, keeps them from it. Addresses that the console itself writes do not look like that.
/// </summary>
internal static class UnlinkedNames
{
    private const char WordJoiner = '\u2060';

    public static EmailContent In(EmailContent content) => content with { Blocks = [.. content.Blocks.Select(In)] };

    public static string In(string text) => string.Join(' ', text.Split(' ').Select(InWord));

    // An address stays as it is: who copies it wants it whole.
    private static string InWord(string word)
    {
        if (word.Contains('@', StringComparison.Ordinal) || word.Contains("://", StringComparison.Ordinal)) return word;
        var runes = word.EnumerateRunes().ToArray();
        var unlinked = new StringBuilder(word.Length);
        foreach (var (at, rune) in runes.Index())
        {
            unlinked.Append(rune);
            if (IsStopOfName(runes, at)) unlinked.Append(WordJoiner);
        }

        return unlinked.ToString();
    }

    // Two signs on either side: "U.S.A." and "M.Sc" are no addresses.
    private static bool IsStopOfName(Rune[] runes, int at) => runes[at].Value == '.' && at >= 2 && at + 2 < runes.Length
        && IsOfName(runes[at - 1]) && IsOfName(runes[at - 2]) && Rune.IsUpper(runes[at + 1]) && Rune.IsLetter(runes[at + 2]);

    private static bool IsOfName(Rune sign) => Rune.IsLetterOrDigit(sign) || sign.Value == '-';

    private static EmailBlock In(EmailBlock block) => block switch
    {
        Paragraph paragraph => new Paragraph(In(paragraph.Text)),
        Facts facts => new Facts([.. facts.Items.Select(fact => fact with { Value = In(fact.Value) })]),
        Quote quote => new Quote(In(quote.Text)),
        _ => block,
    };
}
