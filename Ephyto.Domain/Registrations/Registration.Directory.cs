using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;

namespace Ephyto.Domain.Registrations;

/// <summary>What becomes of an open registration when its country's entry in the directory changes.</summary>
public enum DirectoryEffect
{
    /// <summary>The new contact is asked, and has the whole time.</summary>
    NewContact,

    /// <summary>The address is the same: a new link goes there, and the clock runs on.</summary>
    SameAddress,

    /// <summary>It lay with the Secretariat for want of a contact who can be asked. Now there is one.</summary>
    BackToContact,

    /// <summary>It waited for the contact, and nobody follows.</summary>
    ToSecretariat,

    /// <summary>With the Secretariat, for a reason that a new entry does not mend.</summary>
    StaysWithSecretariat,

    /// <summary>It does not wait for the contact; whoever is on file then is asked.</summary>
    GoesOn,
}

/// <content>How the directory's changes reach a registration.</content>
public sealed partial class Registration
{
    /// <summary>
    /// The directory's entry changed: who was asked is no longer the one to ask. A registration that waits for the
    /// contact point is put before the new one; so is one that lay with the Secretariat because nobody could be asked. One
    /// that waits for the applicant keeps waiting, and its answer goes to the new one.
    /// </summary>
    public Result ContactPointChanged(ContactPoint contact, RegistrationPolicy policy, Actor actor, DateTime now)
    {
        if (Asked?.ContactPointId == contact.Id) return RegistrationErrors.NotPossibleNow;

        switch (EffectOf(Status, EscalationReason, Asked?.Email, contact.Details))
        {
            case DirectoryEffect.NewContact or DirectoryEffect.BackToContact:
                Ask(contact, AskingReason.Refreshed, policy, actor, now);
                break;
            case DirectoryEffect.SameAddress:
                Asked = ContactPointSnapshot.Of(contact);
                Record(new ContactPointAsked(Id, CountryCode, contact.Id, AskingReason.Relinked, actor, now));
                break;
            default:
                return RegistrationErrors.NotPossibleNow;
        }

        PlanNextStep(policy);
        return Result.Success();
    }

    /// <summary>
    /// The directory's entry ended and nobody follows: what waits for the contact point goes to the Secretariat, so that it
    /// does not wait for nobody. One that waits for the applicant keeps waiting; its answer goes to whoever is on file then.
    /// </summary>
    public Result ContactPointEnded(RegistrationPolicy policy, Actor actor, DateTime now)
    {
        if (EffectOf(Status, EscalationReason, Asked?.Email, null) != DirectoryEffect.ToSecretariat)
            return RegistrationErrors.NotPossibleNow;

        MoveToSecretariat(Registrations.EscalationReason.NoContactPoint, actor, null, now);
        PlanNextStep(policy);
        return Result.Success();
    }

    /// <summary>What an entry would do to an open registration; also for a preview that has not loaded it.</summary>
    /// <param name="status">The state it is in.</param>
    /// <param name="why">Why it lies with the Secretariat, where it does.</param>
    /// <param name="asked">The address written to last; null where nobody was.</param>
    /// <param name="entry">What stands in the directory then; null where nobody follows.</param>
    public static DirectoryEffect EffectOf(RegistrationStatus status, EscalationReason? why, string? asked, ContactPointDetails? entry)
    {
        var silent = status == RegistrationStatus.Escalated && why == Registrations.EscalationReason.Silence;
        if (status == RegistrationStatus.AwaitingContactPoint || silent)
        {
            return entry is null ? DirectoryEffect.ToSecretariat
                : IsSameAddress(asked, entry.Email) ? DirectoryEffect.SameAddress
                : DirectoryEffect.NewContact;
        }

        return status != RegistrationStatus.Escalated ? DirectoryEffect.GoesOn
            : entry is not null && IsMended(why, asked, entry.Email) ? DirectoryEffect.BackToContact
            : DirectoryEffect.StaysWithSecretariat;
    }

    /// <summary>Whether it lies with the Secretariat for want of a contact who can be asked: what a new entry mends.</summary>
    public static bool LacksContact(EscalationReason? why) => why is Registrations.EscalationReason.NoContactPoint
        or Registrations.EscalationReason.Undeliverable or Registrations.EscalationReason.SteppedAside
        or Registrations.EscalationReason.ReportedOutOfDate;

    // An entry was missing, or its address led nowhere: then another one is needed.
    private static bool IsMended(EscalationReason? why, string? asked, string address) =>
        LacksContact(why) && (why == Registrations.EscalationReason.NoContactPoint || !IsSameAddress(asked, address));

    private static bool IsSameAddress(string? one, string other) =>
        one is not null && (EmailAddress.TryParse(one)?.Value ?? one) == (EmailAddress.TryParse(other)?.Value ?? other);
}
