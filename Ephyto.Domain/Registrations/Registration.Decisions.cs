using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;

namespace Ephyto.Domain.Registrations;

/// <summary>What the contact point and the Secretariat decide.</summary>
public sealed partial class Registration
{
    private static readonly TimeSpan RenewalPause = TimeSpan.FromMinutes(1);

    /// <summary>
    /// While it waits; while a question is open, which a telephone call may settle; and after a silence: a late answer is an answer.
    /// </summary>
    public bool ContactPointMayDecide => IsContactPointAwaited || Status == RegistrationStatus.InformationRequested;

    /// <summary>One question at a time: the answer, or a decision, comes first.</summary>
    public bool ContactPointMayAsk => IsContactPointAwaited;

    private bool IsContactPointAwaited => Status == RegistrationStatus.AwaitingContactPoint
        || (Status == RegistrationStatus.Escalated && EscalationReason == Registrations.EscalationReason.Silence);

    public Result Confirm(ContactPoint contact, string? words, RegistrationPolicy policy, DateTime now)
    {
        if (RefuseContactPoint(contact) is { } refusal) return refusal;

        var actor = Actor.ContactPoint(contact.Id);
        DecidedBy = ContactPointSnapshot.Of(contact);
        SelfConfirmed = DecidedBy.Email == Representative.Email;
        if (!contact.MayConfirmAlone || (SelfConfirmed && policy.SelfConfirmation == SelfConfirmationRule.Countersign))
        {
            MoveToSecretariat(Registrations.EscalationReason.Countersignature, actor, FreeText.Clean(words), now);
            PlanNextStep(policy);
            return Result.Success();
        }

        Close(RegistrationStatus.Confirmed, now);
        Record(new RegistrationConfirmed(Id, CountryCode, SelfConfirmed, actor, now), FreeText.Clean(words));
        return Result.Success();
    }

    public Result Decline(ContactPoint contact, DeclineReason reason, string? words, DateTime now)
    {
        if (RefuseContactPoint(contact) is { } refusal) return refusal;

        DecidedBy = ContactPointSnapshot.Of(contact);
        return Decline(reason, words, Actor.ContactPoint(contact.Id), now);
    }

    public Result AskQuestion(ContactPoint contact, string? words, RegistrationPolicy policy, DateTime now)
    {
        if (RefuseContactPoint(contact) is { } refusal) return refusal;
        if (!ContactPointMayAsk) return RegistrationErrors.NotPossibleNow;
        if (FreeText.Clean(words) is not { } said) return RegistrationErrors.WordsNeeded;

        (Status, EscalationReason) = (RegistrationStatus.InformationRequested, null);
        Record(new QuestionAsked(Id, CountryCode, Actor.ContactPoint(contact.Id), now), said);
        PlanNextStep(policy);
        return Result.Success();
    }

    /// <summary>"I am no longer the contact point."</summary>
    public Result StepAside(ContactPoint contact, string? words, RegistrationPolicy policy, DateTime now)
    {
        if (RefuseContactPoint(contact) is { } refusal) return refusal;

        MoveToSecretariat(Registrations.EscalationReason.SteppedAside, Actor.ContactPoint(contact.Id), FreeText.Clean(words), now);
        PlanNextStep(policy);
        return Result.Success();
    }

    /// <summary>The Secretariat confirms on evidence; the words say which.</summary>
    public Result ConfirmOnEvidence(string? words, Actor officer, DateTime now)
    {
        if (Status != RegistrationStatus.Escalated) return RegistrationErrors.NotPossibleNow;
        if (FreeText.Clean(words) is not { } evidence) return RegistrationErrors.WordsNeeded;

        Close(RegistrationStatus.Confirmed, now);
        Record(new RegistrationConfirmed(Id, CountryCode, SelfConfirmed, officer, now), evidence);
        return Result.Success();
    }

    public Result DeclineBySecretariat(DeclineReason reason, string? words, Actor officer, DateTime now) =>
        Status != RegistrationStatus.Escalated ? RegistrationErrors.NotPossibleNow : Decline(reason, words, officer, now);

    /// <summary>The Secretariat refreshed the directory and puts the registration before the contact point again.</summary>
    public Result SendBack(ContactPoint? contact, RegistrationPolicy policy, Actor officer, DateTime now)
    {
        if (Status != RegistrationStatus.Escalated) return RegistrationErrors.NotPossibleNow;
        if (contact is null) return RegistrationErrors.NoContactPoint;

        (DecidedBy, SelfConfirmed) = (null, false);
        Ask(contact, AskingReason.SentBack, policy, officer, now);
        PlanNextStep(policy);
        return Result.Success();
    }

    /// <summary>The contact point's link has ended while the decision is still theirs: they get a new one, the clock runs on.</summary>
    /// <param name="current">Who is on file now. While a question is open it may be somebody who has not been asked yet.</param>
    /// <param name="now">The moment, UTC.</param>
    public Result RenewContactPointLink(ContactPoint? current, DateTime now)
    {
        if (!ContactPointMayDecide || Asked?.ContactPointId != current?.Id) return RegistrationErrors.NotPossibleNow;
        if (LastAskedAt is { } last && now - last < RenewalPause) return RegistrationErrors.ResentRecently;

        var contact = Asked!.ContactPointId;
        Record(new ContactPointAsked(Id, CountryCode, contact, AskingReason.Resent, Actor.ContactPoint(contact), now));
        return Result.Success();
    }

    /// <summary>
    /// An officer of the hub has the awaited message written once more, with a new link: the verification, or the one to the
    /// contact point. The clock runs on.
    /// </summary>
    public Result ResendBy(Actor officer, DateTime now)
    {
        var toApplicant = Status == RegistrationStatus.Submitted;
        if (!toApplicant && !IsContactPointAwaited) return RegistrationErrors.NotAwaited;
        if (now - (toApplicant ? ResentAt ?? SubmittedAt : LastAskedAt) < RenewalPause) return RegistrationErrors.ResentRecently;

        ResentAt = now;
        Record(toApplicant
            ? new VerificationResent(Id, CountryCode, officer, now)
            : new ContactPointAsked(Id, CountryCode, Asked!.ContactPointId, AskingReason.Resent, officer, now));
        return Result.Success();
    }

    private DateTime? LastAskedAt =>
        _steps.Where(step => step.Code == ContactPointAsked.Name).Select(step => (DateTime?)step.At).Max();

    private Result Decline(DeclineReason reason, string? words, Actor actor, DateTime now)
    {
        var said = FreeText.Clean(words);
        if (!DeclineReasons.For(Kind).Contains(reason)) return RegistrationErrors.ReasonNeeded;
        if (reason == Registrations.DeclineReason.Other && said is null) return RegistrationErrors.WordsNeeded;

        DeclineReason = reason;
        Close(RegistrationStatus.Declined, now);
        Record(new RegistrationDeclined(Id, CountryCode, reason, actor, now), said);
        return Result.Success();
    }

    private DomainError? RefuseContactPoint(ContactPoint contact) =>
        !ContactPointMayDecide ? RegistrationErrors.NotPossibleNow
        : Asked?.ContactPointId != contact.Id || contact.ValidTo is not null ? RegistrationErrors.NotYours
        : null;

    private void Ask(ContactPoint contact, AskingReason why, RegistrationPolicy policy, Actor actor, DateTime now)
    {
        Asked = ContactPointSnapshot.Of(contact);
        if (IsSelfConfirmation && policy.SelfConfirmation == SelfConfirmationRule.Forbid)
        {
            MoveToSecretariat(Registrations.EscalationReason.SelfConfirmation, actor, null, now);
            return;
        }

        (Status, EscalationReason, AskedAt, RemindersSent, ResentAt) = (RegistrationStatus.AwaitingContactPoint, null, now, 0, null);
        Record(new ContactPointAsked(Id, CountryCode, contact.Id, why, actor, now));
    }

    private void MoveToSecretariat(EscalationReason why, Actor actor, string? words, DateTime now)
    {
        (Status, EscalationReason) = (RegistrationStatus.Escalated, why);
        Record(new RegistrationEscalated(Id, CountryCode, why, actor, now), words);
    }
}
