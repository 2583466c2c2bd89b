using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;

namespace Ephyto.AdminConsole.Tests.DomainModel.DigitalCertificates;

/// <summary>Certificates in every state, made by the domain's own methods.</summary>
internal static class CertificateSample
{
    public static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    public static readonly Guid Nppo = Guid.NewGuid();
    public static readonly Guid Person = Guid.NewGuid();

    /// <summary>Nothing in it gives rise to a finding, in Côte d'Ivoire.</summary>
    public static readonly CertificateFacts Facts = new()
    {
        Subject = "CN=ePhyto CI, C=CI",
        Issuer = "CN=Authority",
        SerialNumber = "01",
        Thumbprint = "AA",
        PublicKeyHash = "BB",
        ValidFrom = Now.AddDays(-1),
        ValidUntil = Now.AddDays(365),
        KeyKind = CertificateKeyKind.P256,
        SignatureAlgorithm = "sha256ECDSA",
        Country = "CI",
        IsChainComplete = true,
        MaySign = true,
        MayAuthenticate = true,
    };

    public static DigitalCertificate Uploaded(CertificateFacts? facts = null,
        CertificateUsage usage = CertificateUsage.ClientAuthentication, Guid? nppo = null, ConnectionRef? connection = null) =>
        DigitalCertificate.Upload(nppo ?? Nppo, "Server", usage, facts ?? Facts, [1], Person, Now, connection).Value;

    public static DigitalCertificate Active(CertificateFacts? facts = null, Guid? nppo = null)
    {
        var certificate = Uploaded(facts, nppo: nppo);
        Assert.True(certificate.Activate([], Person, Now).IsSuccess);
        return certificate;
    }

    /// <summary>As it is at <see cref="Now"/>.</summary>
    public static DigitalCertificate In(CertificateStatus status)
    {
        var certificate = status switch
        {
            CertificateStatus.Uploaded => Uploaded(),
            CertificateStatus.Expiring => Active(Facts with { ValidUntil = Now.AddDays(20) }),
            CertificateStatus.Expired => Active(Facts with { ValidUntil = Now.AddDays(-1) }),
            _ => Active(),
        };
        if (status == CertificateStatus.Superseded) Assert.True(certificate.SupersedeBy(Active(), Person, Now).IsSuccess);
        if (status == CertificateStatus.Revoked) Assert.True(certificate.Revoke(RevocationReason.KeyLost, null, Person, Now).IsSuccess);
        Assert.Equal(status, certificate.Status);
        certificate.ClearDomainEvents();
        return certificate;
    }
}
