using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Ephyto.AdminConsole.Features.Sandbox.Outgoing;

/// <summary>A connection to the address of an organization, and what was seen while it was made.</summary>
/// <param name="begunAt">A timestamp of the clock, from before anything was asked.</param>
internal sealed class OutgoingLine(
    SslStream stream, IPEndPoint reached, ServerProof proof, bool askedForCertificate, OutgoingTimes times, long begunAt) : IAsyncDisposable
{
    public SslStream Stream { get; } = stream;

    /// <summary>The address that was checked, and no other.</summary>
    public IPEndPoint Reached { get; } = reached;

    public SslProtocols Version { get; } = stream.SslProtocol;

    public ServerProof Proof { get; } = proof;

    /// <summary>Whether the other side wants to know who calls.</summary>
    public bool AskedForCertificate { get; } = askedForCertificate;

    public OutgoingTimes Times { get; } = times;

    public long BegunAt { get; } = begunAt;

    public ValueTask DisposeAsync() => Stream.DisposeAsync();
}

/// <param name="Errors">What the system has to object to.</param>
/// <param name="Chain">Of its chain, where that is what it objects to.</param>
/// <param name="ValidFrom">UTC.</param>
/// <param name="ValidUntil">UTC.</param>
internal sealed record ServerProof(
    SslPolicyErrors Errors, X509ChainStatusFlags Chain, string Subject, string Issuer, bool IsSelfSigned, DateTime ValidFrom,
    DateTime ValidUntil)
{
    private const X509ChainStatusFlags Time = X509ChainStatusFlags.NotTimeValid;

    public bool HasOtherName => Errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch);

    /// <summary>Whether an authority that is trusted stands behind it, whatever the time is.</summary>
    public bool IsTrusted =>
        !Errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) || (Chain & ~Time) == X509ChainStatusFlags.NoError;

    public bool IsInTime(DateTime now) => ValidFrom <= now && now <= ValidUntil;

    /// <returns>The first thing that is wrong with it; null where nothing is.</returns>
    public OutgoingException? Refuse(string host, DateTime now) =>
        TrustFailure() ?? NameFailure(host) ?? TimeFailure(now)
            ?? (Errors == SslPolicyErrors.None ? null : new OutgoingException(OutgoingStage.Certificate, "CertificateUntrusted", Issuer));

    public OutgoingException? TrustFailure() => IsTrusted ? null
        : IsSelfSigned ? new(OutgoingStage.Certificate, "CertificateSelfSigned", Subject)
        : Chain.HasFlag(X509ChainStatusFlags.PartialChain) ? new(OutgoingStage.Certificate, "ChainIncomplete", Issuer)
        : new(OutgoingStage.Certificate, "CertificateUntrusted", Issuer);

    public OutgoingException? NameFailure(string host) =>
        HasOtherName ? new(OutgoingStage.Certificate, "CertificateOfOtherName", host, Subject) : null;

    public OutgoingException? TimeFailure(DateTime now) => IsInTime(now) ? null
        : new(OutgoingStage.Certificate, now < ValidFrom ? "CertificateNotYetValid" : "CertificateExpired",
            Day(now < ValidFrom ? ValidFrom : ValidUntil));

    // ISO 8601, the same in every language.
    private static string Day(DateTime at) => at.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>How long each part took.</summary>
internal sealed record OutgoingTimes(TimeSpan Name, TimeSpan Tcp, TimeSpan Tls);
