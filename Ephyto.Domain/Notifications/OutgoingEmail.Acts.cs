using Ephyto.Domain.Common;

namespace Ephyto.Domain.Notifications;

/// <summary>
/// What officers of the hub do with an e-mail. Nobody rewrites what happened: to send one again, or to another address, is
/// to queue another e-mail in its place, with its own tries and its own Message-ID; the two name each other.
/// </summary>
public sealed partial class OutgoingEmail
{
    /// <summary>The officer who took it back; null for the console, for whom what it says is no longer true.</summary>
    public Guid? CancelledBy { get; private set; }

    /// <summary>The e-mail in whose place it was queued.</summary>
    public Guid? ResendOf { get; private set; }

    /// <summary>The e-mail that was queued in its place.</summary>
    public Guid? ResentAs { get; private set; }

    /// <summary>Since when its failure needs nobody any more.</summary>
    public DateTime? SettledAt { get; private set; }

    /// <summary>The officer who dealt with it; null for the console, which saw a newer e-mail go out that says the same.</summary>
    public Guid? SettledBy { get; private set; }

    /// <summary>Whether whoever reads it may act by its link.</summary>
    public bool CarriesSecret => Text.Contains(SecretPlaceholder, StringComparison.Ordinal);

    public bool IsBeingSent(DateTime now) => State == EmailState.Queued && ClaimedUntil > now;

    /// <summary>It is not sent. Refused while it is under way, so that an e-mail called back never goes out.</summary>
    public Result CancelBy(Actor officer, DateTime now)
    {
        if (RefuseAsNotWaiting(now) is { } refusal) return refusal;

        Withhold(officer, now);
        return Result.Success();
    }

    /// <summary>An e-mail that waits for its next try is tried at once.</summary>
    public Result Hasten(Actor officer, DateTime now)
    {
        if (RefuseAsNotWaiting(now) is { } refusal) return refusal;

        NextAttemptAt = now;
        Raise(new EmailHastened(Id, About, Kind, officer, now));
        return Result.Success();
    }

    /// <summary>The same words once more, as another e-mail, which the caller adds to the store.</summary>
    public Result<OutgoingEmail> Repeat(Actor officer, DateTime now)
    {
        if (RefuseToResend() is { } refusal) return refusal;
        if (CarriesSecret) return EmailErrors.LinkErased;

        var again = CopyTo(To, now);
        ResentAs = again.Id;
        Raise(new EmailResent(Id, About, Kind, again.Id, WithNewLink: false, officer, now));
        return again;
    }

    /// <summary>A fresh e-mail with a fresh link was written in its place.</summary>
    public Result NoteRenewed(OutgoingEmail fresh, Actor officer, DateTime now)
    {
        if (RefuseToResend() is { } refusal) return refusal;

        (ResentAs, fresh.ResendOf) = (fresh.Id, Id);
        Raise(new EmailResent(Id, About, Kind, fresh.Id, WithNewLink: true, officer, now));
        return Result.Success();
    }

    /// <summary>
    /// The same words to another address, as another e-mail, which the caller adds to the store; where this one still
    /// waits, it is not sent. Never for an e-mail by which its reader acts, nor for one that tells people about their own account.
    /// </summary>
    public Result<OutgoingEmail> Readdress(EmailAddress to, Actor officer, DateTime now)
    {
        if (CarriesSecret) return EmailErrors.AddressOfLink;
        if (SubjectKind == SubjectKinds.Account) return EmailErrors.AddressOfAccount;
        if (State != EmailState.Failed && RefuseAsNotWaiting(now) is { } refusal) return refusal;
        if (ResentAs is not null) return EmailErrors.AlreadyResent;
        if (to.Value == To) return EmailErrors.SameAddress;

        if (State == EmailState.Queued) Withhold(officer, now);
        var again = CopyTo(to.Value, now);
        ResentAs = again.Id;
        Raise(new EmailReaddressed(Id, About, Kind, again.Id, officer, now));
        return again;
    }

    /// <summary>
    /// It was not delivered, and somebody has seen to that: its reader was told in another way, or need not be told any more.
    /// </summary>
    public Result SettleBy(Actor officer, DateTime now)
    {
        if (RefuseToSettle() is { } refusal) return refusal;

        (SettledAt, SettledBy) = (now, officer.Id);
        Raise(new EmailSettled(Id, About, Kind, now, officer));
        return Result.Success();
    }

    /// <returns>Null where its failure still needs somebody.</returns>
    public DomainError? RefuseToSettle() =>
        State != EmailState.Failed ? EmailErrors.NotPossibleNow
        : ResentAs is not null ? EmailErrors.AlreadyResent
        : SettledAt is not null ? EmailErrors.AlreadySettled
        : null;

    /// <returns>Null where another e-mail may take its place.</returns>
    public DomainError? RefuseToResend() =>
        ResentAs is not null ? EmailErrors.AlreadyResent
        : State == EmailState.Queued ? EmailErrors.NotPossibleNow
        : State is EmailState.Cancelled or EmailState.Overtaken && CancelledBy is null ? EmailErrors.NoLongerTrue
        : null;

    private DomainError? RefuseAsNotWaiting(DateTime now) =>
        State != EmailState.Queued ? EmailErrors.NotPossibleNow
        : IsBeingSent(now) ? EmailErrors.BeingSent
        : null;

    private void Withhold(Actor officer, DateTime now)
    {
        (State, ProtectedSecret, CancelledBy) = (EmailState.Cancelled, null, officer.Id);
        Raise(new EmailCancelled(Id, About, Kind, now, officer));
    }

    private OutgoingEmail CopyTo(string to, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = Kind,
        SubjectKind = SubjectKind,
        SubjectId = SubjectId,
        To = to,
        Language = Language,
        Subject = Subject,
        Text = Text,
        Html = Html,
        State = EmailState.Queued,
        QueuedAt = now,
        NextAttemptAt = now,
        ResendOf = Id,
    };
}
