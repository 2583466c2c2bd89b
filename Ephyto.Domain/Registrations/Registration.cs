using System.Security.Cryptography;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;

namespace Ephyto.Domain.Registrations;

/// <summary>
/// A representative's request to register an NPPO, or to administer one that has lost its administrators, from its
/// submission to the decision. This file holds what it is and what the applicant does; the others hold the recovery, the
/// decisions and the passing of time.
/// </summary>
public sealed partial class Registration : AggregateRoot, ISearchable
{
    // Without 0/O, 1/I/L, 5/S and U/V: the code is read out on the telephone.
    private const string CodeAlphabet = "2346789ABCDEFGHJKMNPQRTWXYZ";

    private readonly List<RegistrationStep> _steps = [];

    private Registration()
    {
    }

    /// <summary>What people quote: country, day, four characters.</summary>
    public string Reference { get; private set; } = "";

    public RegistrationKind Kind { get; private set; }

    public string CountryCode { get; private set; } = "";

    /// <summary>
    /// The country while the registration is open, else null. Among those whose address is verified it is unique in the store: a
    /// country has one verified registration at a time, and any number that wait to be verified.
    /// </summary>
    public string? OpenCountryCode { get; private set; }

    public OrganizationDetails Organization { get; private set; } = null!;

    public Representative Representative { get; private set; } = null!;

    /// <summary>Six characters that applicant and contact point compare by telephone.</summary>
    public string ComparisonCode { get; private set; } = "";

    public RegistrationStatus Status { get; private set; }

    public DateTime SubmittedAt { get; private set; }

    public DateTime? VerifiedAt { get; private set; }

    /// <summary>
    /// The network it was sent from: only while the address may still be verified, so that one sender leaves no more waiting than allowed.
    /// </summary>
    public string? SentFrom { get; private set; }

    /// <summary>SHA-256 of the secret of the form it was made of: one form makes one registration. Null where no form was kept.</summary>
    public string? DraftKey { get; private set; }

    /// <summary>The contact point written to last, as the directory had it then; null while nobody was.</summary>
    public ContactPointSnapshot? Asked { get; private set; }

    /// <summary>Since when the contact point's clock runs.</summary>
    public DateTime? AskedAt { get; private set; }

    public int RemindersSent { get; private set; }

    /// <summary>When the applicant last had a message sent again by hand.</summary>
    public DateTime? ResentAt { get; private set; }

    public EscalationReason? EscalationReason { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>The contact point's identity at its decision; null where the Secretariat decided alone.</summary>
    public ContactPointSnapshot? DecidedBy { get; private set; }

    public DeclineReason? DeclineReason { get; private set; }

    public bool SelfConfirmed { get; private set; }

    /// <summary>When the clock has to look at it next; null once it is closed.</summary>
    public DateTime? NextStepAt { get; private set; }

    /// <summary>In the order in which they happened, once loaded and sorted by <see cref="RegistrationStep.Number"/>.</summary>
    public IReadOnlyList<RegistrationStep> Steps => _steps;

    public bool IsOpen => OpenCountryCode is not null;

    SubjectRef ISearchable.SearchSubject => new(SubjectKinds.Registration, Id);

    IEnumerable<string> ISearchable.SearchTexts =>
        [Reference, Organization.Name, Organization.NameInEnglish, Representative.GivenName, Representative.FamilyName,
            Representative.Email];

    string? ISearchable.SearchCountry => CountryCode;

    public bool IsSelfConfirmation => Asked is not null && Asked.Email == Representative.Email;

    public static Registration Submit(
        string countryCode, OrganizationDetails organization, Representative representative, RegistrationPolicy policy, DateTime now,
        string? sentFrom = null, string? draftKey = null) =>
        Submit(RegistrationKind.Membership, countryCode, organization, representative, null, null, policy, now, sentFrom, draftKey);

    private static Registration Submit(
        RegistrationKind kind, string countryCode, OrganizationDetails organization, Representative representative,
        string? words, Actor? startedBy, RegistrationPolicy policy, DateTime now, string? sentFrom, string? draftKey)
    {
        var registration = new Registration
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            CountryCode = countryCode,
            OpenCountryCode = countryCode,
            Organization = organization,
            Representative = representative,
            ComparisonCode = RandomNumberGenerator.GetString(CodeAlphabet, 6),
            Status = RegistrationStatus.Submitted,
            SubmittedAt = now,
            SentFrom = sentFrom,
            DraftKey = draftKey,
        };
        registration.Reference = $"{countryCode}-{now:yyyyMMdd}-{RandomNumberGenerator.GetString(CodeAlphabet, 4)}";
        registration.Record(
            new RegistrationSubmitted(registration.Id, countryCode, kind, startedBy ?? Actor.Applicant(registration.Id), now), words);
        registration.PlanNextStep(policy);
        return registration;
    }

    /// <param name="contact">The directory's contact for the country now, or null.</param>
    public Result VerifyEmail(ContactPoint? contact, RegistrationPolicy policy, DateTime now)
    {
        if (Status != RegistrationStatus.Submitted) return RegistrationErrors.NotPossibleNow;

        var actor = Actor.Applicant(Id);
        (VerifiedAt, SentFrom) = (now, null);
        Record(new EmailVerified(Id, CountryCode, actor, now));
        if (contact is null) MoveToSecretariat(Registrations.EscalationReason.NoContactPoint, actor, null, now);
        else Ask(contact, AskingReason.Verified, policy, actor, now);
        PlanNextStep(policy);
        return Result.Success();
    }

    public Result Answer(string? words, ContactPoint? contact, RegistrationPolicy policy, DateTime now)
    {
        if (Status != RegistrationStatus.InformationRequested) return RegistrationErrors.NotPossibleNow;
        if (FreeText.Clean(words) is not { } said) return RegistrationErrors.WordsNeeded;

        var actor = Actor.Applicant(Id);
        Record(new QuestionAnswered(Id, CountryCode, actor, now), said);
        if (contact is null) MoveToSecretariat(Registrations.EscalationReason.NoContactPoint, actor, null, now);
        else Ask(contact, AskingReason.Answered, policy, actor, now);
        PlanNextStep(policy);
        return Result.Success();
    }

    /// <param name="words">Why, where the applicant says so.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="tellContactPoint">Whether a contact point that was asked is told.</param>
    public Result Withdraw(string? words, DateTime now, bool tellContactPoint = true)
    {
        if (!IsOpen) return RegistrationErrors.NotPossibleNow;

        Close(RegistrationStatus.Withdrawn, now);
        Record(new RegistrationWithdrawn(Id, CountryCode, AskedAt is not null && tellContactPoint, Actor.Applicant(Id), now),
            FreeText.Clean(words));
        return Result.Success();
    }

    /// <summary>The applicant knows that the directory's contact has left: the Secretariat looks, the open link dies.</summary>
    public Result ReportContactOutOfDate(string? words, RegistrationPolicy policy, DateTime now)
    {
        if (Status is not (RegistrationStatus.AwaitingContactPoint or RegistrationStatus.InformationRequested))
            return RegistrationErrors.NotPossibleNow;

        MoveToSecretariat(Registrations.EscalationReason.ReportedOutOfDate, Actor.Applicant(Id), FreeText.Clean(words), now);
        PlanNextStep(policy);
        return Result.Success();
    }

    /// <summary>Sends the message that is awaited once more: the verification, or the one to the contact point.</summary>
    public Result Resend(RegistrationPolicy policy, DateTime now)
    {
        if (Status is not (RegistrationStatus.Submitted or RegistrationStatus.AwaitingContactPoint))
            return RegistrationErrors.NotPossibleNow;
        if (!ResendAllowed(policy, now)) return RegistrationErrors.ResentRecently;

        ResentAt = now;
        var actor = Actor.Applicant(Id);
        Record(Status == RegistrationStatus.Submitted
            ? new VerificationResent(Id, CountryCode, actor, now)
            : new ContactPointAsked(Id, CountryCode, Asked!.ContactPointId, AskingReason.Resent, actor, now));
        return Result.Success();
    }

    /// <summary>
    /// A verification may be repeated after a minute, since the applicant waits at the screen; the contact point is left in peace longer.
    /// </summary>
    public bool ResendAllowed(RegistrationPolicy policy, DateTime now) => ResendFrom(policy) is not { } from || now >= from;

    /// <summary>From when on <see cref="ResendAllowed"/> holds; null where nothing was sent yet.</summary>
    public DateTime? ResendFrom(RegistrationPolicy policy) => Status == RegistrationStatus.Submitted
        ? (ResentAt ?? SubmittedAt) + TimeSpan.FromMinutes(1)
        : (ResentAt ?? AskedAt) + policy.ResendPause;

    private void Record(RegistrationEvent happened, string? words = null)
    {
        _steps.Add(new RegistrationStep(_steps.Count + 1, happened.Code, Status, happened.Actor, happened.OccurredAt,
            happened.Reason, words));
        Raise(happened);
    }

    private void Close(RegistrationStatus status, DateTime now) =>
        (Status, OpenCountryCode, DecidedAt, NextStepAt) = (status, null, now, null);
}
