using Ephyto.Domain.Common;

namespace Ephyto.Domain.Registrations;

/// <summary>The recovery of an organization that has lost its administrators: what differs from the registration of a new one.</summary>
public sealed partial class Registration
{
    /// <summary>Why a recovery is asked for, in the words it was submitted with; null for a membership.</summary>
    public string? Grounds => _steps.Find(step => step.Code == RegistrationSubmitted.Name)?.Words;

    /// <summary>
    /// Whether the organization's administrators are heard. They are told of a recovery once its address is verified, and may object
    /// until it is decided or lies with the Secretariat because one of them did.
    /// </summary>
    public bool MayBeContested => Kind == RegistrationKind.Recovery
        && Status is RegistrationStatus.AwaitingContactPoint or RegistrationStatus.InformationRequested or RegistrationStatus.Escalated
        && !(Status == RegistrationStatus.Escalated && EscalationReason == Registrations.EscalationReason.Contested);

    /// <param name="countryCode">Of an organization that is a member.</param>
    /// <param name="organization">As the hub has it; a recovery does not change it.</param>
    /// <param name="representative">Who is to become the administrator.</param>
    /// <param name="words">What happened to the administrators before.</param>
    /// <param name="officer">Who of the hub starts it; null where the representative does.</param>
    /// <param name="policy">The periods.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="sentFrom">As <see cref="SentFrom"/>.</param>
    /// <param name="draftKey">As <see cref="DraftKey"/>.</param>
    public static Result<Registration> SubmitRecovery(
        string countryCode, OrganizationDetails organization, Representative representative, string? words, Actor? officer,
        RegistrationPolicy policy, DateTime now, string? sentFrom = null, string? draftKey = null) =>
        FreeText.Clean(words) is { } grounds
            ? Submit(RegistrationKind.Recovery, countryCode, organization with { }, representative, grounds, officer, policy, now,
                sentFrom, draftKey)
            : RegistrationErrors.WordsNeeded;

    /// <summary>"We still have an administrator": one of them objects. The Secretariat decides, the contact point's link dies.</summary>
    public Result Contest(string? words, Guid administrator, RegistrationPolicy policy, DateTime now)
    {
        if (!MayBeContested) return RegistrationErrors.NotPossibleNow;

        MoveToSecretariat(Registrations.EscalationReason.Contested, Actor.User(administrator), FreeText.Clean(words), now);
        PlanNextStep(policy);
        return Result.Success();
    }

    /// <summary>The organization is closed: nothing is left to administer, and the country is free to register anew.</summary>
    public Result EndWithOrganization(Actor actor, DateTime now)
    {
        if (Kind != RegistrationKind.Recovery || !IsOpen) return RegistrationErrors.NotPossibleNow;

        DeclineReason = Registrations.DeclineReason.OrganizationClosed;
        Close(RegistrationStatus.Declined, now);
        Record(new RegistrationDeclined(Id, CountryCode, Registrations.DeclineReason.OrganizationClosed, actor, now));
        return Result.Success();
    }
}
