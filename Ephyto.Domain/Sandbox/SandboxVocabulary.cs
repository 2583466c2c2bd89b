namespace Ephyto.Domain.Sandbox;

/// <summary>Where an envelope is, by the names that stand in <c>HUBTrackingInfo</c>.</summary>
public enum TrackingState
{
    /// <summary>Its recipient has not acknowledged it yet: it is offered again at every poll.</summary>
    PendingDelivery,
    Delivered,

    /// <summary>It was not taken; the words say why.</summary>
    FailedDelivery,

    /// <summary>The number is not known. No envelope is kept in this state: it is only answered.</summary>
    EnvelopeNotExists,

    /// <summary>Its recipient has it, and warns of something in it.</summary>
    DeliveredWithWarnings,

    /// <summary>Its recipient has it and can do nothing with it: a failure.</summary>
    DeliveredNotReadable,
}

/// <summary>By which operation an envelope came, which is how its content was written.</summary>
public enum EnvelopeForm
{
    /// <summary>A certificate as text.</summary>
    Text,

    /// <summary>A certificate as elements of the request.</summary>
    Certificate,

    /// <summary>What an importing country answers to a certificate, as elements of the request.</summary>
    Response,
}

/// <summary>Who called whom.</summary>
public enum SandboxDirection
{
    /// <summary>A system of an organization called the sandbox.</summary>
    In,

    /// <summary>The sandbox called the address of an organization.</summary>
    Out,
}

public enum SandboxOutcome
{
    Answered,

    /// <summary>With a fault, or with <see cref="TrackingState.FailedDelivery"/>.</summary>
    Refused,

    /// <summary>Nobody knows by which connection it came.</summary>
    NotRecognized,

    /// <summary>The sandbox itself failed, or the address that it called.</summary>
    Failed,
}

/// <summary>What an organization did in the sandbox for the first time.</summary>
public enum SandboxFirst
{
    CertificateUsed,

    /// <summary>By push its system answered a call of the Hub; by pull it called.</summary>
    ConnectionAnswered,
    Sent,
    Received,
    Acknowledged,
}

/// <summary>Why a call went as it went, for whoever looks for a mistake of theirs.</summary>
public enum SandboxReason
{
    /// <summary>No client certificate came with the connection.</summary>
    NoCertificate,

    /// <summary>No organization has uploaded this certificate, nor one like it.</summary>
    UnknownCertificate,

    /// <summary>The certificate was uploaded and not put to use yet.</summary>
    CertificateNotActive,
    CertificateExpired,
    CertificateSuperseded,
    CertificateRevoked,

    /// <summary>The certificate is for signing.</summary>
    CertificateForSigning,

    /// <summary>A certificate with the same subject is in use: this is another one.</summary>
    SameSubject,

    /// <summary>A certificate with the same key is in use: this is another one.</summary>
    SameKey,

    /// <summary>The certificate that was uploaded belongs to the authority that issued this one.</summary>
    AuthorityUploaded,

    /// <summary>The system shows the certificate of the authority that issued the one that was uploaded.</summary>
    AuthorityShown,

    /// <summary>The organization has no connection yet, or it exchanges nothing.</summary>
    NoConnection,

    /// <summary>The organization is suspended or closed.</summary>
    OrganizationInactive,
    TooManyCalls,
    TooMuchKept,
    TooLarge,
    NotXml,
    NotSoap,
    UnknownOperation,

    /// <summary>The operation stands in another namespace than that of the Hub.</summary>
    WrongNamespace,

    /// <summary>The request does not fit the contract; it was understood all the same.</summary>
    NotByContract,

    /// <summary>A field without which nothing can be done.</summary>
    FieldMissing,
    NotANumber,

    /// <summary>The sender that the envelope names is another connection than the one that calls.</summary>
    FromNotYours,

    /// <summary>Nobody receives under this code.</summary>
    RecipientUnknown,
    RecipientDoesNotReceive,
    SenderDoesNotSend,

    /// <summary>One side does not exchange documents of this kind.</summary>
    DocumentNotAllowed,
    CertificateNumberMissing,
    ContentMissing,

    /// <summary>The check of the certificate found something severe.</summary>
    CertificateInvalid,
    EnvelopeUnknown,

    /// <summary>It was acknowledged before; the first acknowledgement stays.</summary>
    AcknowledgedBefore,

    /// <summary>The same sender sent the same certificate before.</summary>
    SentBefore,

    /// <summary>A rule of a connection gave it to a channel.</summary>
    GivenToChannel,

    /// <summary>The sandbox failed. It is no mistake of the caller.</summary>
    OwnFault,

    /// <summary>What was sent is no certificate: it was taken, and proves no exchange.</summary>
    CountsForNoStep,

    /// <summary>The message has a document type declaration, which nobody reads from strangers.</summary>
    HasDocumentType,

    /// <summary>Nested too deeply, or of too many elements.</summary>
    TooManyElements,

    /// <summary>The number of the certificate is longer than an envelope carries.</summary>
    NumberTooLong,

    /// <summary>The address of the connection took what it was called for.</summary>
    PushTaken,

    /// <summary>The address of the connection did not take it. It is called again.</summary>
    PushNotTaken,

    /// <summary>The address of the connection did not take it, the last time too.</summary>
    PushGivenUp,

    /// <summary>The certificate, one with its key, or its connection belongs to Production.</summary>
    OtherEnvironment,

    /// <summary>The recipient is a country that the connection of another organization serves: that connection receives for it.</summary>
    RecipientServed,

    /// <summary>What the address of the connection answered does not fit the contract. It took the call all the same.</summary>
    PushAnswerNotByContract,

    /// <summary>The recipient is a country that the calling connection serves itself: it receives for it under its own code.</summary>
    RecipientServedByYou,

    /// <summary>The sender is a country that the calling connection serves: it sends for it under its own code.</summary>
    FromServed,

    /// <summary>The whole message was not there within the time for it.</summary>
    TooSlow,

    /// <summary>The SOAPAction names something else than the body, which counts.</summary>
    ActionUnlikeBody,

    /// <summary>The organization of the certificate has left its own system for another one.</summary>
    LeftOwnSystem,

    /// <summary>It was acknowledged, and the recipient neither fetched it nor was called for it.</summary>
    AcknowledgedUnfetched,

    /// <summary>Nothing waits under the country code that was asked for, which is not that of the calling connection.</summary>
    CountryNotYours,

    /// <summary>The envelope is one of another connection of the same organization.</summary>
    OfOtherConnection,

    /// <summary>The message stopped in the middle, or came below the least speed.</summary>
    Stalled,

    /// <summary>The message was broken off: its sender is gone, or it is shorter than was announced.</summary>
    BrokenOff,

    /// <summary>
    /// The check found something severe in what was sent, or between it and its header: it was taken, and proves no exchange.
    /// </summary>
    SentWithFaults,
}
