using Ephyto.Domain.Common;

namespace Ephyto.Domain.Notifications;

/// <summary>Whether e-mails go out at all: one for the whole installation, whatever the number of nodes.</summary>
public sealed class SendingSwitch : AggregateRoot
{
    /// <summary>The id of the one there is.</summary>
    public static readonly Guid TheOne = Guid.Parse("0197b1a0-0000-7000-8000-0000000000e1");

    /// <summary>Longest reason, in characters.</summary>
    public const int MaximumReason = 500;

    private SendingSwitch()
    {
    }

    /// <summary>Since when nothing is sent; null while e-mails go out.</summary>
    public DateTime? PausedAt { get; private set; }

    /// <summary>The account of the officer who paused.</summary>
    public Guid? PausedBy { get; private set; }

    public string? Reason { get; private set; }

    public Result Pause(string? reason, Actor officer, DateTime now)
    {
        if (PausedAt is not null) return EmailErrors.AlreadyPaused;

        (PausedAt, PausedBy, Reason) = (now, officer.Id, FreeText.Clean(reason, MaximumReason));
        Raise(new SendingPaused(Id, officer, now));
        return Result.Success();
    }

    public Result Resume(Actor officer, DateTime now)
    {
        if (PausedAt is null) return EmailErrors.NotPaused;

        (PausedAt, PausedBy, Reason) = (null, null, null);
        Raise(new SendingResumed(Id, officer, now));
        return Result.Success();
    }
}

public abstract record SendingEvent(Guid SwitchId, Actor Actor, DateTime OccurredAt) : DomainEvent(Actor, OccurredAt)
{
    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Sending, SwitchId)];
}

public sealed record SendingPaused(Guid SwitchId, Actor Actor, DateTime OccurredAt) : SendingEvent(SwitchId, Actor, OccurredAt)
{
    public const string Name = "sending.paused";

    public override string Code => Name;
}

public sealed record SendingResumed(Guid SwitchId, Actor Actor, DateTime OccurredAt) : SendingEvent(SwitchId, Actor, OccurredAt)
{
    public const string Name = "sending.resumed";

    public override string Code => Name;
}
