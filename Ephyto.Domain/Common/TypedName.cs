using System.Text;
using System.Text.RegularExpressions;

namespace Ephyto.Domain.Common;

/// <summary>Why a text is no name of a person, an organization or a position.</summary>
public static class NameErrors
{
    public static readonly DomainError HoldsWebAddress = new(
        "name.web-address", "A name holds no address of a web page: write it without one, and with a space after each full stop.");

    public static readonly DomainError NoLetters = new("name.no-letters", "A name is written in letters.");
}

/// <summary>
/// Judges names. They stand in e-mails and on pages of people who do not know who typed them, and must not lead them anywhere.
/// </summary>
public static partial class TypedName
{
    // Endings that programs make links of: those of countries, and the common ones among the rest.
    private static readonly HashSet<string> Endings = new(
        (CountryEndings
            + " com net org info biz gov edu int mil eu example app dev xyz online site top shop club link click live store tech world wiki"
            + " page web blog news email mobi pro name asia africa lat cat tel travel support center help services solutions agency "
            + "global space website"
            + " gift gifts zip mov berlin paris london tokyo nyc swiss international foundation systems cloud digital vip icu cyou buzz "
            + "fun win bid loan download review rest life today zone ninja guru host press рф бел укр срб мкд мон қаз 中国 中國 公司 网络")
            .Split(' '), StringComparer.Ordinal);

    private const string CountryEndings =
        "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ck "
            + "cl cm cn co cr cu cv cw"
        + " cx cy cz de dj dk dm do dz ec ee eg er es et fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn "
        + "hr ht hu id ie il im in io"
        + " iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp "
        + "mq mr ms mt mu mv mw mx my"
        + " mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si "
        + "sk sl sm sn so sr ss st su"
        + " sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw";

    /// <summary>Null where it may be a name; an empty text is for the caller to judge.</summary>
    /// <param name="text">As it is kept.</param>
    public static DomainError? FaultOf(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : HoldsWebAddress(text) ? NameErrors.HoldsWebAddress
        : HasLetters(text) ? null : NameErrors.NoLetters;

    /// <summary>A letter of any script and any plane, or a digit.</summary>
    public static bool HasLetters(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    /// <summary>
    /// Something that a program would make a link of, or a person would read as one, in whatever form its letters are typed.
    /// </summary>
    public static bool HoldsWebAddress(string text)
    {
        var line = (FreeText.Line(text) ?? "").Normalize(NormalizationForm.FormKC);
        var typed = line.Replace('。', '.').Replace('\u2044', '/').Replace('\u2215', '/');
        var plain = typed.ToLowerInvariant();
        return TypedSmall().IsMatch(line) || IsAddress(typed, plain)
            || plain.Split(' ').Where(LookAlikes.MixesScripts).Select(LookAlikes.Latin).Any(word => IsAddress(word, word));
    }

    private static bool IsAddress(string typed, string plain) =>
        Scheme().IsMatch(plain) || Host().IsMatch(plain) || Numbers().IsMatch(plain) || OneSign().IsMatch(plain)
        || Names().Matches(typed).Any(match => match.Groups["path"].Success || IsEnding(match.Groups["ending"].Value));

    // An abbreviation such as "Min.Ag" ends like the addresses of a country, but begins with a capital.
    private static bool IsEnding(string typed)
    {
        var ending = typed.ToLowerInvariant();
        return (Endings.Contains(ending) && !(ending.Length == 2 && Rune.IsUpper(typed.EnumerateRunes().First())))
            || ending.StartsWith("xn--", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"[a-z][a-z0-9+]*:\s*[/\\]|\b(https?|ftp|mailto)\s*:", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"\bwww[0-9]*\s*\.", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Host();

    [GeneratedRegex(@"\b[0-9]{1,3}(?:\.[0-9]{1,3}){3}\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Numbers();

    // Sites with a name of one sign. "M.Sc/PhD" is none of them.
    [GeneratedRegex(@"\b[a-z0-9]\.(?:(?:com|org|net)\b|(?:co|me|ly|gl|io)[/?#]\S)",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OneSign();

    // Whatever its ending: who writes "Min.Agriculture" begins the second word with a capital.
    [GeneratedRegex(@"\b[a-z][a-z0-9-]{2,}\.[a-z]{3,}\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TypedSmall();

    // Two letters at least before the full stop: "M.Sc" and "U.S.A." are none.
    [GeneratedRegex(@"[\p{L}\p{M}\p{N}-]{2,}\.(?=(?<ending>\p{L}[\p{L}\p{M}\p{N}-]+)(?![\p{L}\p{M}\p{N}-])(?<path>[/:?#]\S)?)",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Names();
}
