using Ephyto.Domain.Common;

namespace Ephyto.Domain.Notifications;

/// <summary>What happened to a mail; its second subject is what the mail is about, so that page changes too.</summary>
public abstract record EmailEvent(Guid EmailId, SubjectRef About, string Kind, DateTime OccurredAt)
    : DomainEvent(Actor.System, OccurredAt)
{
    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Email, EmailId), About];

    public override IReadOnlyDictionary<string, string?> Facts => new Dictionary<string, string?> { ["kind"] = Kind };
}

public sealed record EmailSent(Guid EmailId, SubjectRef About, string Kind, DateTime OccurredAt)
    : EmailEvent(EmailId, About, Kind, OccurredAt)
{
    public override string Code => "email.sent";
}

public sealed record EmailDelayed(Guid EmailId, SubjectRef About, string Kind, int Attempts, DateTime OccurredAt)
    : EmailEvent(EmailId, About, Kind, OccurredAt)
{
    public override string Code => "email.delayed";
}

public sealed record EmailFailed(Guid EmailId, SubjectRef About, string Kind, DateTime OccurredAt)
    : EmailEvent(EmailId, About, Kind, OccurredAt)
{
    public override string Code => "email.failed";
}

public sealed record EmailCancelled(Guid EmailId, SubjectRef About, string Kind, DateTime OccurredAt)
    : EmailEvent(EmailId, About, Kind, OccurredAt)
{
    public override string Code => "email.cancelled";
}
