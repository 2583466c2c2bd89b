namespace Ephyto.Domain.Registrations;

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
}

/// <summary>Coded reasons of a refusal; each has a sentence and a next step in the applicant's language.</summary>
public enum DeclineReason
{
    NotAuthorized,
    WrongOrganization,
    WrongDetails,
    NotReady,
    AlreadyRegistered,
    Other,
}

/// <summary>How the organisation produces and exchanges ePhytos.</summary>
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
