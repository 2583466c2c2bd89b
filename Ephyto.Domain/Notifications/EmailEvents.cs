using Ephyto.Domain.Common;

namespace Ephyto.Domain.Notifications;

/// <summary>What happened to an e-mail; its second subject is what the e-mail is about, so that page changes too.</summary>
/// <param name="By">The officer of the hub who did it; null for the console itself.</param>
public abstract record EmailEvent(Guid EmailId, SubjectRef About, string Kind, DateTime OccurredAt, Actor? By = null)
    : DomainEvent(By ?? Actor.System, OccurredAt)
{
    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Email, EmailId), About];

    public override IReadOnlyDictionary<string, EventFact> Facts => new Dictionary<string, EventFact> { ["kind"] = EventFact.Mail(Kind) };
}

public sealed record EmailSent(Guid EmailId, SubjectRef About, string Kind, DateTime OccurredAt)
    : EmailEvent(EmailId, About, Kind, OccurredAt)
{
    public const string Name = "email.sent";

    public override string Code => Name;
}

public sealed record EmailDelayed(Guid EmailId, SubjectRef About, string Kind, int Attempts, DateTime OccurredAt)
    : EmailEvent(EmailId, About, Kind, OccurredAt)
{
    public const string Name = "email.delayed";

    public override string Code => Name;
}

public sealed record EmailFailed(Guid EmailId, SubjectRef About, string Kind, DateTime OccurredAt)
    : EmailEvent(EmailId, About, Kind, OccurredAt)
{
    public const string Name = "email.failed";

    public override string Code => Name;
}

public sealed record EmailCancelled(Guid EmailId, SubjectRef About, string Kind, DateTime OccurredAt, Actor? By = null)
    : EmailEvent(EmailId, About, Kind, OccurredAt, By)
{
    public const string Name = "email.cancelled";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts => By is null
        ? base.Facts
        : new Dictionary<string, EventFact> { ["kind"] = EventFact.Mail(Kind), ["reason"] = EventFact.Code("ByHand") };
}

/// <summary>An e-mail that was not delivered needs nobody any more; without an officer, because a newer one took its place.</summary>
public sealed record EmailSettled(Guid EmailId, SubjectRef About, string Kind, DateTime OccurredAt, Actor? By = null)
    : EmailEvent(EmailId, About, Kind, OccurredAt, By)
{
    public const string Name = "email.settled";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts => By is null
        ? base.Facts
        : new Dictionary<string, EventFact> { ["kind"] = EventFact.Mail(Kind), ["reason"] = EventFact.Code("ByHand") };
}

/// <summary>A waiting e-mail is tried at once instead of later.</summary>
public sealed record EmailHastened(Guid EmailId, SubjectRef About, string Kind, Actor By, DateTime OccurredAt)
    : EmailEvent(EmailId, About, Kind, OccurredAt, By)
{
    public const string Name = "email.hastened";

    public override string Code => Name;
}

/// <summary>Another e-mail was queued in its place.</summary>
/// <param name="As">The other e-mail.</param>
/// <param name="WithNewLink">It was written anew, with a link that takes the place of the one in this e-mail.</param>
public sealed record EmailResent(Guid EmailId, SubjectRef About, string Kind, Guid As, bool WithNewLink, Actor By, DateTime OccurredAt)
    : EmailEvent(EmailId, About, Kind, OccurredAt, By)
{
    public const string Name = "email.resent";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts => WithNewLink
        ? new Dictionary<string, EventFact> { ["kind"] = EventFact.Mail(Kind), ["as"] = EventFact.Id(SubjectKinds.Email, As),
            ["reason"] = EventFact.Code("NewLink") }
        : new Dictionary<string, EventFact> { ["kind"] = EventFact.Mail(Kind), ["as"] = EventFact.Id(SubjectKinds.Email, As) };
}

/// <summary>Another e-mail was queued in its place, to another address. Which one stands in the e-mails, not here.</summary>
/// <param name="As">The other e-mail.</param>
public sealed record EmailReaddressed(Guid EmailId, SubjectRef About, string Kind, Guid As, Actor By, DateTime OccurredAt)
    : EmailEvent(EmailId, About, Kind, OccurredAt, By)
{
    public const string Name = "email.readdressed";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact> { ["kind"] = EventFact.Mail(Kind), ["as"] = EventFact.Id(SubjectKinds.Email, As) };
}
