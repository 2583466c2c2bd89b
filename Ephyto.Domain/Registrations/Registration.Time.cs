using Ephyto.Domain.Common;

namespace Ephyto.Domain.Registrations;

/// <summary>What the passing of time does.</summary>
public sealed partial class Registration
{
    /// <summary>
    /// Does what is due by <paramref name="now"/>: expiry, escalation, or one reminder. Several reminders that fell due
    /// while nobody ran the clock become one.
    /// </summary>
    /// <returns>Whether anything was due.</returns>
    public bool Advance(RegistrationPolicy policy, DateTime now)
    {
        if (!IsOpen) return false;
        if (now >= ExpiresAt(policy)) return Expire(now);
        if (Status == RegistrationStatus.AwaitingContactPoint && now >= EscalatesAt(policy))
        {
            MoveToSecretariat(Registrations.EscalationReason.Silence, Actor.System, null, now);
            PlanNextStep(policy);
            return true;
        }

        return Status == RegistrationStatus.AwaitingContactPoint && Remind(policy, now);
    }

    /// <summary>The message to the contact point was given up by the mail server.</summary>
    public Result ReportUndeliverable(RegistrationPolicy policy, DateTime now)
    {
        if (Status != RegistrationStatus.AwaitingContactPoint) return RegistrationErrors.NotPossibleNow;

        MoveToSecretariat(Registrations.EscalationReason.Undeliverable, Actor.System, null, now);
        PlanNextStep(policy);
        return Result.Success();
    }

    /// <summary>When the next reminder goes out; null when none is left or nobody is waited for.</summary>
    public DateTime? NextReminderAt(RegistrationPolicy policy) =>
        Status == RegistrationStatus.AwaitingContactPoint && RemindersSent < policy.ReminderDays.Count
            ? AskedAt + TimeSpan.FromDays(policy.ReminderDays[RemindersSent])
            : null;

    /// <summary>When the Secretariat takes over; null when nobody is waited for.</summary>
    public DateTime? EscalatesAt(RegistrationPolicy policy) =>
        Status == RegistrationStatus.AwaitingContactPoint ? AskedAt + policy.EscalateAfter : null;

    /// <summary>When it ends by itself; null once it is closed.</summary>
    public DateTime? ExpiresAt(RegistrationPolicy policy) =>
        !IsOpen ? null
        : Status == RegistrationStatus.Submitted ? SubmittedAt + policy.VerifyWithin
        : SubmittedAt + policy.ExpireAfter;

    private bool Expire(DateTime now)
    {
        Close(RegistrationStatus.Expired, now);
        Record(new RegistrationExpired(Id, CountryCode, Actor.System, now));
        return true;
    }

    private bool Remind(RegistrationPolicy policy, DateTime now)
    {
        var due = policy.ReminderDays.Count(day => now >= AskedAt + TimeSpan.FromDays(day));
        if (due <= RemindersSent) return false;

        RemindersSent = due;
        Record(new ContactPointReminded(Id, CountryCode, Asked!.ContactPointId, due, Actor.System, now));
        PlanNextStep(policy);
        return true;
    }

    private void PlanNextStep(RegistrationPolicy policy)
    {
        DateTime?[] planned = [ExpiresAt(policy), EscalatesAt(policy), NextReminderAt(policy)];
        NextStepAt = planned.Min();
    }
}
