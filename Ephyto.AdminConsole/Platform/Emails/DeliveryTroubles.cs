using System.Text.RegularExpressions;
using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Platform.Emails;

/// <summary>
/// Says what an answer of a mail server means: the extended code (RFC 3463) tells most, then its
/// words, which servers keep alike, then its number (RFC 5321).
/// </summary>
internal static partial class DeliveryTroubles
{
    private static readonly (DeliveryTrouble Trouble, Regex Words)[] Told =
    [
        (DeliveryTrouble.RelayDenied, Relay()),
        (DeliveryTrouble.SignInRefused, SignIn()),
        (DeliveryTrouble.MailboxFull, Full()),
        (DeliveryTrouble.TooLarge, Large()),
        (DeliveryTrouble.RefusedAsSpam, Spam()),
        (DeliveryTrouble.DomainUnknown, Domain()),
        (DeliveryTrouble.SenderRefused, Sender()),
        (DeliveryTrouble.MailboxUnknown, Unknown()),
    ];

    /// <param name="words">The mail server's answer as it is kept: number, extended code, words.</param>
    public static DeliveryTrouble OfWords(string words)
    {
        if (words.Contains("SMTPUTF8", StringComparison.Ordinal)) return DeliveryTrouble.AddressNotSupported;

        var code = Code().Match(words);
        var number = code.Success ? code.Groups["number"].Value : "";
        return OfExtended(code.Groups["extended"].Value) is { } exact ? exact
            : Told.Where(told => told.Words.IsMatch(words)).Select(told => (DeliveryTrouble?)told.Trouble).FirstOrDefault() is { } told
            ? told
            : code.Groups["extended"].Value.StartsWith("5.", StringComparison.Ordinal) ? DeliveryTrouble.NotUnderstood : OfNumber(number);
    }

    // The middle and the last part: what the first one says, whether for good, stands in the e-mail's state.
    private static DeliveryTrouble? OfExtended(string extended) => extended switch
    {
        "" => null,
        "1.0" or "1.1" or "1.6" or "1.10" or "2.1" => DeliveryTrouble.MailboxUnknown,
        "1.2" or "4.4" => DeliveryTrouble.DomainUnknown,
        "1.3" or "6.7" => DeliveryTrouble.AddressNotSupported,
        "1.7" or "1.8" => DeliveryTrouble.SenderRefused,
        "2.2" => DeliveryTrouble.MailboxFull,
        "2.3" or "3.4" => DeliveryTrouble.TooLarge,
        "3.1" or "3.2" or "4.1" or "4.2" or "4.3" or "4.5" or "5.3" => DeliveryTrouble.TryLater,
        "7.8" or "7.9" => DeliveryTrouble.SignInRefused,
        _ => null,
    };

    private static DeliveryTrouble OfNumber(string number) => number switch
    {
        "" => DeliveryTrouble.Other,
        "530" or "534" or "535" or "538" => DeliveryTrouble.SignInRefused,
        "500" or "502" or "503" or "504" or "555" => DeliveryTrouble.NotUnderstood,
        "550" or "551" or "553" => DeliveryTrouble.MailboxUnknown,
        "521" or "556" => DeliveryTrouble.DomainUnknown,
        "552" => DeliveryTrouble.MailboxFull,
        _ when number[0] == '4' => DeliveryTrouble.TryLater,
        _ => DeliveryTrouble.Other,
    };

    [GeneratedRegex(@"^(?<number>[245]\d\d)\b(?:[ -][245]\.(?<extended>\d{1,3}\.\d{1,3})\b)?",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(@"relay", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Relay();

    [GeneratedRegex(@"authentication (is )?(required|failed|unsuccessful)|requires? authentication|not authenticated|(must|need to) "
        + @"authenticate", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SignIn();

    [GeneratedRegex(@"quota|mailbox (is )?full|out of storage|exceeded storage",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Full();

    [GeneratedRegex(@"too (large|big)|size limit|exceeds.*size",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Large();

    [GeneratedRegex(@"spam|junk|block(ed)? ?list|black ?list|\bblocked\b|reputation|\bDMARC\b|\bSPF\b|\bDKIM\b|policy|unsolicited",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Spam();

    [GeneratedRegex(@"(domain|host)( name)? (not found|unknown|does not exist)|unknown (domain|host)|no such domain",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Domain();

    [GeneratedRegex(@"sender (address )?(rejected|denied|refused|not (allowed|owned))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Sender();

    [GeneratedRegex(@"no such (user|recipient|mailbox|address)|(user|recipient|mailbox|address)( is)? (unknown|unavailable|not found|does "
        + @"not exist|rejected|disabled)|unknown (user|recipient|mailbox|address)|does not "
        + @"exist", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Unknown();
}
