using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Features.Sandbox.Push;

/// <summary>What became of one call to the address of a member.</summary>
internal enum PushResult
{
    /// <summary>It was taken. The member acknowledges it later, by a call of its own.</summary>
    Delivered,

    /// <summary>It was taken, and the answer says already what became of it.</summary>
    Acknowledged,

    /// <summary>The member answered with a fault.</summary>
    Fault,

    /// <summary>The answer has a status of HTTP that says no, and no fault of SOAP in it; redirects are among these.</summary>
    HttpStatus,

    /// <summary>Nothing was answered: no name, no connection, no TLS, a certificate that is not trusted, or too slow.</summary>
    NotReachable,

    /// <summary>What was answered is no XML, or too much.</summary>
    NotXml,

    /// <summary>XML was answered, and it is not the answer of this operation.</summary>
    Unexpected,

    /// <summary>The address may not be called: it is no https address, or leads to a private network. Nobody was called.</summary>
    NotAllowed,
}

/// <summary>One call as it happened.</summary>
/// <param name="HttpStatus">Null where nothing was answered.</param>
/// <param name="State">
/// Only with <see cref="PushResult.Acknowledged"/>: Delivered, DeliveredWithWarnings, DeliveredNotReadable, or FailedDelivery where the
/// member refuses the envelope.
/// </param>
/// <param name="Words">What the member said: of a fault, or with a state; null where nothing.</param>
/// <param name="Code">What was met; <see cref="Outgoing.OutgoingWords"/> says it, with what to do.</param>
/// <param name="Arguments">What its sentence is filled in with.</param>
/// <param name="Request">As it was sent; empty where nobody was called.</param>
/// <param name="Answer">As it came, whole; null where nothing came.</param>
internal sealed record PushOutcome(
    PushResult Result, int? HttpStatus, TrackingState? State, string? Words, string Code, IReadOnlyList<string> Arguments, TimeSpan Took,
    string Request, string? Answer)
{
    /// <summary>What of the answer does not fit the contract, so that it may say nothing to the Hub; null where all fits.</summary>
    public string? Finding { get; init; }

    /// <summary>Whether the envelope, or the state, is with the member.</summary>
    public bool HasArrived => Result is PushResult.Delivered or PushResult.Acknowledged;
}

/// <summary>
/// Calls the service that a member offers under an address of its own: the same interface as the Hub's, two operations of it. The
/// sandbox shows <see cref="Outgoing.HubClientCertificate"/> there. Nothing is kept and nothing is tried again here:
/// <see cref="PushSchedule"/> says when.
/// </summary>
internal interface IPushClient
{
    /// <summary>Hands over an envelope (<c>DeliverEnvelope</c>).</summary>
    /// <param name="address">As the member wrote it. It may be anything.</param>
    /// <param name="envelope">With its content, which arrives unchanged.</param>
    /// <returns>What was met; whatever the address does is an outcome, and no exception.</returns>
    Task<PushOutcome> DeliverAsync(string address, SandboxEnvelope envelope, CancellationToken ct);

    /// <summary>Tells the sender of an envelope what became of it (<c>SetTrackingInfoUpdate</c>).</summary>
    /// <inheritdoc cref="DeliverAsync"/>
    Task<PushOutcome> TellStateAsync(string address, SandboxEnvelope envelope, CancellationToken ct);
}
