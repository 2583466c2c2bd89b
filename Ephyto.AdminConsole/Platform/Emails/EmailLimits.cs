using System.Net;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;

namespace Ephyto.AdminConsole.Platform.Emails;

/// <summary>Every way on which somebody can have an e-mail written to somebody else. A test floods each of them.</summary>
internal enum EmailCause
{
    /// <summary><em>Forgot your password?</em>.</summary>
    PasswordReset,

    /// <summary>A new link in place of one that no longer works, of whatever kind.</summary>
    LinkRenewal,

    /// <summary>A country's contact asks for a letter.</summary>
    LetterLink,

    /// <summary>To an applicant who has still to prove the address.</summary>
    Registration,

    /// <summary>To an applicant who wants to take an organization over.</summary>
    Recovery,

    /// <summary>Sent again from the page on which an applicant follows the registration.</summary>
    RegistrationResend,

    /// <summary>Somebody asks an organization's administrators to be let in.</summary>
    JoinRequest,

    /// <summary>To an address that a member, or an administrator of the Hub, typed; once more too.</summary>
    Invitation,

    /// <summary>A member is asked to be the technical contact.</summary>
    ContactOffer,

    /// <summary>To the address that somebody wants to have.</summary>
    EmailChange,

    /// <summary>An organization asks the Secretariat for a letter.</summary>
    LetterRequest,

    /// <summary>
    /// A registration is put before the country's contact point, or before the Secretariat where there is none; once more too.
    /// </summary>
    ContactPointRequest,

    /// <summary>To a contact point that was asked: the applicant has taken the registration back.</summary>
    WithdrawnNotice,

    /// <summary>A connection of others is to serve a country: its contact point is asked, once more too.</summary>
    ServingRequest,
}

/// <summary>
/// Nobody's mailbox is filled through this console: so many e-mails of a kind to one reader, so many by one who causes them, and
/// so many of all kinds to one reader. It is asked before anything changes: an e-mail that is not written revokes no link.
/// </summary>
internal sealed class EmailLimits(Allowances allowances, SecurityWatch watch, IHttpContextAccessor accessor)
{
    private static readonly Dictionary<EmailCause, Limit> ByCause = new()
    {
        [EmailCause.PasswordReset] = new(3, TimeSpan.FromMinutes(20), 10, TimeSpan.FromMinutes(6)),
        [EmailCause.LinkRenewal] = new(3, TimeSpan.FromMinutes(20), 10, TimeSpan.FromMinutes(6)),
        [EmailCause.LetterLink] = new(3, TimeSpan.FromMinutes(20), 10, TimeSpan.FromMinutes(6)),
        [EmailCause.Registration] = new(6, TimeSpan.FromHours(3), 20, TimeSpan.FromMinutes(3), ToTypedAddress: true),
        [EmailCause.Recovery] = new(6, TimeSpan.FromHours(3), 10, TimeSpan.FromMinutes(6), ToTypedAddress: true),
        [EmailCause.RegistrationResend] = new(3, TimeSpan.FromMinutes(60), 10, TimeSpan.FromMinutes(6)),
        // To an organization's administrators, whose page shows those too of which no e-mail was written.
        [EmailCause.JoinRequest] = new(4, TimeSpan.FromHours(2), 5, TimeSpan.FromMinutes(12)),
        // A hundred addresses are pasted at once, and again when they were wrong.
        [EmailCause.Invitation] = new(10, TimeSpan.FromMinutes(15), 300, TimeSpan.FromMinutes(1)),
        [EmailCause.ContactOffer] = new(5, TimeSpan.FromMinutes(15), 20, TimeSpan.FromMinutes(3)),
        [EmailCause.EmailChange] = new(3, TimeSpan.FromMinutes(20), 5, TimeSpan.FromMinutes(12)),
        [EmailCause.LetterRequest] = new(10, TimeSpan.FromMinutes(15), 10, TimeSpan.FromMinutes(6)),
        // One applicant of a country, and one network, leave some of a day's five for others.
        [EmailCause.ContactPointRequest] = new(5, TimeSpan.FromDays(1) / 5, 3, TimeSpan.FromDays(1) / 3),
        [EmailCause.WithdrawnNotice] = new(3, TimeSpan.FromDays(1) / 3, 10, TimeSpan.FromMinutes(6)),
        // An organization may name some dozens of countries at once.
        [EmailCause.ServingRequest] = new(3, TimeSpan.FromDays(1) / 3, 100, TimeSpan.FromMinutes(6)),
    };

    private static readonly Allowance OfAllToReader = new("mail/reader", 30, TimeSpan.FromMinutes(5));

    // Anybody types anybody's address. Whoever it belongs to must come through although others used up what there is for it: each
    // sender's first of a day does, within what one mailbox bears; of what all have together one sender leaves some.
    private static readonly Allowance ToTypedAddress = new("mail/typed-address", 20, TimeSpan.FromDays(1) / 20);

    /// <summary>The most that come for one cause to one reader at once.</summary>
    public static int MostAtOnce(EmailCause cause) => ByCause[cause].ToTypedAddress ? ToTypedAddress.AtOnce : ByCause[cause].ToReader;

    /// <summary>How long it takes at most until one more comes for that cause to the same reader.</summary>
    public static TimeSpan ReaderOnceMore(EmailCause cause) => ByCause[cause].ReaderOnceMore;

    /// <summary>Whether an e-mail may be written now; if so, it counts.</summary>
    /// <param name="cause">Why it would be written.</param>
    /// <param name="reader">An address, or the id of what its readers belong to.</param>
    /// <param name="causer">The account, or the sender as <see cref="RateLimits.Sender"/> gives it; null for the sender of the
    /// request.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<bool> AllowAsync(EmailCause cause, string reader, string? causer, CancellationToken ct)
    {
        causer ??= accessor.HttpContext is { } http ? RateLimits.Sender(http.Connection.RemoteIpAddress) : null;
        return await TakeAsync(cause, reader, causer is null ? [] : [causer], (one, whose) => allowances.TakeAsync(one, whose, ct))
            || HeldBack(causer);
    }

    /// <summary>
    /// The same as the first thing in the transaction of <paramref name="db"/>: an e-mail that is not written after all does not count.
    /// </summary>
    /// <param name="db">Its transaction has touched no row yet; see <see cref="Allowances"/>.</param>
    /// <param name="cause">Why it would be written.</param>
    /// <param name="reader">An address, or the id of what its readers belong to.</param>
    /// <param name="causers">Whoever causes it, each by itself.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<bool> AllowAsync(ConsoleDbContext db, EmailCause cause, string reader, IReadOnlyList<string> causers,
        CancellationToken ct) =>
        await TakeAsync(cause, reader, causers, (one, whose) => allowances.TakeAsync(db, one, whose, ct))
            || HeldBack(causers is [var first, ..] ? first : null);

    /// <summary>
    /// Whether somebody may cause one more, whoever it goes to; if so, it counts. Where the reader is asked for by itself.
    /// </summary>
    public async Task<bool> AllowCauserAsync(EmailCause cause, string? causer, CancellationToken ct) =>
        causer is null || await allowances.TakeAsync(OfCauser(cause), MailboxOf(causer), ct) || HeldBack(causer);

    /// <summary>When such an e-mail may be written, UTC; null where it may be now.</summary>
    public async Task<DateTime?> NextAsync(EmailCause cause, string reader, IReadOnlyList<string> causers, CancellationToken ct)
    {
        DateTime? latest = null;
        foreach (var (allowance, whose) in Counted(cause, reader, causers))
        {
            if (await allowances.NextAsync(allowance, whose, ct) is { } next && !(next < latest)) latest = next;
        }

        return latest;
    }

    // Always in this order: see Allowances.
    private static async Task<bool> TakeAsync(EmailCause cause, string reader, IReadOnlyList<string> causers,
        Func<Allowance, string, Task<bool>> take)
    {
        var isFirst = false;
        foreach (var (allowance, whose) in Counted(cause, reader, causers))
        {
            if (allowance.Name == FirstOf(cause)) isFirst = await take(allowance, whose);
            else if (isFirst && (allowance.Name == AgainOf(cause) || allowance.Name == ReaderOf(cause))) continue;
            else if (!await take(allowance, whose)) return false;
        }

        return true;
    }

    private static IEnumerable<(Allowance Allowance, string Whose)> Counted(EmailCause cause, string reader, IReadOnlyList<string> causers)
    {
        var (limit, who) = (ByCause[cause], MailboxOf(reader));
        foreach (var causer in causers) yield return (OfCauser(cause), MailboxOf(causer));
        if (limit.ToTypedAddress && causers.Count > 0)
        {
            yield return (new(FirstOf(cause), 1, TimeSpan.FromDays(1)), $"{causers[0]}/{who}");
            yield return (new(AgainOf(cause), 3, TimeSpan.FromHours(8)), $"{causers[0]}/{who}");
        }

        yield return (new(ReaderOf(cause), limit.ToReader, limit.ReaderOnceMore), who);
        if (limit.ToTypedAddress) yield return (ToTypedAddress, who);
        yield return (OfAllToReader, who);
    }

    private static Allowance OfCauser(EmailCause cause) => new(
        $"mail/{cause}/causer", ByCause[cause].ByCauser, ByCause[cause].CauserOnceMore);

    private static string FirstOf(EmailCause cause) => $"mail/{cause}/first";

    private static string AgainOf(EmailCause cause) => $"mail/{cause}/again";

    private static string ReaderOf(EmailCause cause) => $"mail/{cause}/reader";

    // "name+anything@" lies in the mailbox of "name@" with most providers. For counting only: it is written to as it was typed.
    private static string MailboxOf(string text) =>
        (text.IndexOf('+', StringComparison.Ordinal), text.LastIndexOf('@')) is var (plus, at) && plus > 0 && plus < at
            ? (text[..plus] + text[at..]).ToUpperInvariant()
            : text.ToUpperInvariant();

    private bool HeldBack(string? causer)
    {
        var account = Guid.TryParse(causer, out var id) ? id : (Guid?)null;
        // The request may be over; what is kept of a sender is its network.
        watch.Note(SecuritySignal.MailHeldBack, account, network: IPAddress.TryParse(causer, out var sender)
            ? IdentityOrigin.NetworkOf(sender) : null);
        return false;
    }

    private sealed record Limit(int ToReader, TimeSpan ReaderOnceMore, int ByCauser, TimeSpan CauserOnceMore, bool ToTypedAddress = false);
}
