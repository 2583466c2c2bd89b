namespace Ephyto.Domain.Registrations;

/// <summary>
/// What is asked for. Either goes the same way: a verified address, the contact point's decision, the Secretariat's help.
/// </summary>
public enum RegistrationKind
{
    /// <summary>An NPPO wants to become a member, with its representative as the initial administrator.</summary>
    Membership,

    /// <summary>A member has nobody left to administer it; somebody is to become its administrator.</summary>
    Recovery,
}

public enum RegistrationStatus
{
    /// <summary>Typed and sent; the applicant's e-mail address is not verified yet.</summary>
    Submitted,

    /// <summary>The contact point has the message and has not decided.</summary>
    AwaitingContactPoint,

    /// <summary>The contact point asked the applicant something.</summary>
    InformationRequested,

    /// <summary>With the IPPC Secretariat, for the reason in <see cref="EscalationReason"/>.</summary>
    Escalated,

    Confirmed,
    Declined,
    Withdrawn,
    Expired,
}

/// <summary>Why a registration lies with the Secretariat.</summary>
public enum EscalationReason
{
    /// <summary>The directory has no contact for the country.</summary>
    NoContactPoint,

    /// <summary>The message to the contact point could not be delivered.</summary>
    Undeliverable,

    /// <summary>No answer in the time allowed. The contact point may still decide.</summary>
    Silence,

    /// <summary>The person written to says: I am no longer the contact point.</summary>
    SteppedAside,

    /// <summary>The applicant reports that the contact is out of date.</summary>
    ReportedOutOfDate,

    /// <summary>Applicant and contact point are one person, and the policy forbids that.</summary>
    SelfConfirmation,

    /// <summary>The contact agreed but cannot confirm alone; the Secretariat countersigns.</summary>
    Countersignature,

    /// <summary>An administrator of the organization objects to a recovery. The contact point may no longer decide.</summary>
    Contested,
}

/// <summary>Coded reasons of a refusal; each has a sentence and a next step in the applicant's language.</summary>
public enum DeclineReason
{
    NotAuthorized,
    WrongOrganization,
    WrongDetails,
    NotReady,
    AlreadyRegistered,

    /// <summary>The organization to be recovered still has somebody who administers it.</summary>
    StillAdministered,

    /// <summary>The organization to be recovered was closed meanwhile. Nobody chooses it: it comes with the closing.</summary>
    OrganizationClosed,
    Other,
}

public static class DeclineReasons
{
    private static readonly DeclineReason[] OfMembership =
    [
        DeclineReason.NotAuthorized, DeclineReason.WrongOrganization, DeclineReason.WrongDetails, DeclineReason.NotReady,
        DeclineReason.AlreadyRegistered, DeclineReason.Other,
    ];

    private static readonly DeclineReason[] OfRecovery =
        [DeclineReason.NotAuthorized, DeclineReason.StillAdministered, DeclineReason.WrongDetails, DeclineReason.Other];

    /// <summary>The reasons that make sense for the kind, in the order in which they are offered.</summary>
    public static IReadOnlyList<DeclineReason> For(RegistrationKind kind) => kind == RegistrationKind.Recovery ? OfRecovery : OfMembership;
}

/// <summary>How the organization produces and exchanges ePhytos.</summary>
public enum ExchangeSystem
{
    NationalSystem,
    GeNS,
    ThroughAnotherSystem,
}

/// <summary>What happens when the applicant is the contact point.</summary>
public enum SelfConfirmationRule
{
    /// <summary>Allowed, marked, and the Secretariat is told.</summary>
    Allow,

    /// <summary>The Secretariat has to agree too.</summary>
    Countersign,

    /// <summary>The Secretariat decides alone.</summary>
    Forbid,
}
