using Ephyto.Domain.Common;

namespace Ephyto.Domain.Notifications;

public enum EmailState
{
    Queued,
    Sent,
    Failed,
    Cancelled,

    /// <summary>Taken back while it was being handed over: its reader has it all the same.</summary>
    Overtaken,
}

/// <summary>What an e-mail says once composed, in its reader's language.</summary>
/// <param name="Kind">Stable name, such as <c>registration.contact-point-request</c>.</param>
/// <param name="To">The reader.</param>
/// <param name="Language">Two letters.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text. <see cref="OutgoingEmail.SecretPlaceholder"/> stands where the secret goes.</param>
/// <param name="Html">The same as HTML.</param>
/// <param name="ProtectedSecret">The link's secret, encrypted; null where the e-mail has no secret link.</param>
public sealed record ComposedEmail(
    string Kind, EmailAddress To, string Language, string Subject, string Text, string Html, string? ProtectedSecret);

/// <summary>
/// An e-mail to send: queued in the transaction that causes it, so that none is lost and none is sent for what never happened.
/// The table is the outbox. This file holds what the console does with an e-mail; the other holds what officers of the hub do.
/// </summary>
public sealed partial class OutgoingEmail : AggregateRoot, ISearchable
{
    /// <summary>Stands in the stored bodies for the secret of a link, which is put in only while sending.</summary>
    public const string SecretPlaceholder = "__link-secret__";

    private OutgoingEmail()
    {
    }

    public string Kind { get; private set; } = "";

    public string SubjectKind { get; private set; } = "";

    public Guid SubjectId { get; private set; }

    public string To { get; private set; } = "";

    public string Language { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Html { get; private set; } = "";

    /// <summary>Encrypted; erased once the e-mail is sent or given up.</summary>
    public string? ProtectedSecret { get; private set; }

    public EmailState State { get; private set; }

    public int Attempts { get; private set; }

    public DateTime QueuedAt { get; private set; }

    /// <summary>Not before this moment, UTC; a claim by a dispatcher moves it ahead, so a dead dispatcher's claim runs out.</summary>
    public DateTime NextAttemptAt { get; private set; }

    /// <summary>
    /// Until when it is in the hands of a dispatcher, UTC; null or past: in nobody's. Whoever changes an e-mail saves only on
    /// top of the value they have seen, so that nobody changes one that was taken up meanwhile.
    /// </summary>
    public DateTime? ClaimedUntil { get; private set; }

    public DateTime? SentAt { get; private set; }

    /// <summary>The last answer of the mail server, in its own words.</summary>
    public string? LastError { get; private set; }

    /// <summary>What that answer means; null where there is none, or where it is older than this knowledge.</summary>
    public DeliveryTrouble? Trouble { get; private set; }

    SubjectRef ISearchable.SearchSubject => new(SubjectKinds.Email, Id);

    IEnumerable<string> ISearchable.SearchTexts => [To, Subject];

    string? ISearchable.SearchCountry => null;

    public static OutgoingEmail Queue(ComposedEmail email, SubjectRef about, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = email.Kind,
        SubjectKind = about.Kind,
        SubjectId = about.Id,
        To = email.To.Value,
        Language = email.Language,
        Subject = email.Subject,
        Text = email.Text,
        Html = email.Html,
        ProtectedSecret = email.ProtectedSecret,
        State = EmailState.Queued,
        QueuedAt = now,
        NextAttemptAt = now,
    };

    /// <summary>The mail server took it, be it one that was taken back meanwhile.</summary>
    public void MarkSent(DateTime now)
    {
        if (State is not (EmailState.Queued or EmailState.Cancelled)) return;
        var state = State == EmailState.Queued ? EmailState.Sent : EmailState.Overtaken;
        (State, SentAt, LastError, Trouble, ProtectedSecret, ClaimedUntil) = (state, now, null, null, null, null);
        Attempts++;
        Raise(new EmailSent(Id, About, Kind, now));
    }

    /// <summary>A try failed and another follows at <paramref name="nextAttemptAt"/>.</summary>
    public void MarkDelayed(string error, DateTime nextAttemptAt, DateTime now, DeliveryTrouble? trouble = null)
    {
        if (State != EmailState.Queued) return;
        (LastError, Trouble, NextAttemptAt, ClaimedUntil) = (error, trouble, nextAttemptAt, null);
        Attempts++;
        Raise(new EmailDelayed(Id, About, Kind, Attempts, now));
    }

    /// <summary>No further try: the address was refused, or the tries are used up.</summary>
    public void MarkFailed(string error, DateTime now, DeliveryTrouble? trouble = null)
    {
        if (State != EmailState.Queued) return;
        (State, LastError, Trouble, ProtectedSecret, ClaimedUntil) = (EmailState.Failed, error, trouble, null, null);
        Attempts++;
        Raise(new EmailFailed(Id, About, Kind, now));
    }

    /// <summary>
    /// What it would say is no longer true, so it is not sent. One that is under way may arrive all the same: what made it
    /// untrue does not wait for the mail server.
    /// </summary>
    public void Cancel(DateTime now)
    {
        if (State != EmailState.Queued) return;
        (State, ProtectedSecret) = (EmailState.Cancelled, null);
        Raise(new EmailCancelled(Id, About, Kind, now));
    }

    /// <summary>A newer e-mail went out that takes its place, so its failure needs nobody any more.</summary>
    public void SettleFor(OutgoingEmail newer, DateTime now)
    {
        if (RefuseToSettle() is not null || !newer.TakesThePlaceOf(this)) return;
        SettledAt = now;
        Raise(new EmailSettled(Id, About, Kind, now));
    }

    // Of e-mails with a link the newest holds the one that works, whoever holds the office now. Any other tells its own reader,
    // and only the same words once more say the same.
    private bool TakesThePlaceOf(OutgoingEmail older) => Kind == older.Kind && About == older.About && QueuedAt > older.QueuedAt
        && (CarriesSecret || (To == older.To && Subject == older.Subject));

    private SubjectRef About => new(SubjectKind, SubjectId);
}
