using Ephyto.Domain.Common;

namespace Ephyto.Domain.DigitalCertificates;

/// <param name="Detail">What the sentence names: a number of bits, a country; null where it names nothing.</param>
public sealed record CertificateFinding(FindingCode Code, FindingSeverity Severity, string? Detail = null);

/// <summary>What a certificate is checked against, besides itself.</summary>
/// <param name="Country">The code of the organization's country.</param>
/// <param name="IsProduction">Whether it is for the Hub's production environment.</param>
/// <param name="Earlier">
/// Certificates with the same key: of the organization those that were uploaded before, of others those that were put to use before.
/// </param>
public sealed record CertificateSurroundings(string Country, bool IsProduction, IReadOnlyList<DigitalCertificate> Earlier)
{
    /// <summary>Whether the organization used the certificate, or its key, in the other environment.</summary>
    public bool WasUsedInOther { get; init; }

    /// <summary>Whether the private part of its key came to the console, from whomever.</summary>
    public bool IsBurnt { get; init; }

    public HubEnvironment Here => IsProduction ? HubEnvironment.Production : HubEnvironment.Test;
}

/// <summary>Says in advance what would go wrong with a certificate.</summary>
public static class CertificateCheck
{
    public const int ShortestRsaKey = 2048;
    public const int LongestYears = 3;

    /// <summary>Days left below which there is hardly time for the next one.</summary>
    public const int FewDays = 30;

    /// <summary>The gravest first.</summary>
    public static IReadOnlyList<CertificateFinding> Check(DigitalCertificate certificate, CertificateSurroundings around, DateTime now) =>
    [
        .. OfTime(certificate, now)
            .Concat(OfEnvironment(certificate, around))
            .Concat(OfKey(certificate.Facts, around))
            .Concat(OfUsage(certificate.Facts, certificate.Usage))
            .Concat(OfSubject(certificate.Facts, around.Country))
            .Concat(OfIssuer(certificate.Facts, around.IsProduction))
            .Concat(OfOthers(certificate, around.Earlier))
            .OrderBy(finding => finding.Severity),
    ];

    private static IEnumerable<CertificateFinding> OfTime(DigitalCertificate certificate, DateTime now)
    {
        var (facts, days) = (certificate.Facts, certificate.DaysLeft(now));
        if (facts.ValidFrom > now) yield return new(FindingCode.NotYetValid, FindingSeverity.Blocking);
        if (facts.ValidUntil <= now) yield return new(FindingCode.Expired, FindingSeverity.Blocking);
        else if (days < FewDays) yield return new(FindingCode.ExpiresSoon, FindingSeverity.Warning, $"{days}");
        if (facts.ValidUntil.AddYears(-LongestYears) > facts.ValidFrom) yield return new(FindingCode.LongValidity, FindingSeverity.Warning);
    }

    private static IEnumerable<CertificateFinding> OfEnvironment(DigitalCertificate certificate, CertificateSurroundings around)
    {
        if (!certificate.IsOf(around.Here)) yield return new(FindingCode.OtherEnvironment, FindingSeverity.Blocking);
        else if (around.WasUsedInOther) yield return new(FindingCode.KeyOfOtherEnvironment, FindingSeverity.Blocking);
    }

    private static IEnumerable<CertificateFinding> OfKey(CertificateFacts facts, CertificateSurroundings around)
    {
        if (around.IsBurnt) yield return new(FindingCode.BurntKey, FindingSeverity.Blocking);
        if (facts.KeyKind == CertificateKeyKind.Rsa && facts.KeyBits < ShortestRsaKey)
            yield return new(FindingCode.ShortKey, FindingSeverity.Blocking, $"{facts.KeyBits}");
        if (facts.KeyKind is CertificateKeyKind.OtherCurve or CertificateKeyKind.Other)
            yield return new(FindingCode.UnusualKey, FindingSeverity.Warning);
        if (facts.HasWeakSignature) yield return new(FindingCode.WeakSignature, FindingSeverity.Blocking, facts.SignatureAlgorithm);
    }

    private static IEnumerable<CertificateFinding> OfUsage(CertificateFacts facts, CertificateUsage usage)
    {
        var stated = usage == CertificateUsage.ClientAuthentication ? facts.MayAuthenticate : facts.MaySign;
        if (facts.MaySign == false || stated == false) yield return new(FindingCode.OtherUsage, FindingSeverity.Warning);
        else if (stated is null) yield return new(FindingCode.UsageNotStated, FindingSeverity.Warning);
        if (facts.IsAuthority) yield return new(FindingCode.Authority, FindingSeverity.Warning);
    }

    private static IEnumerable<CertificateFinding> OfSubject(CertificateFacts facts, string country)
    {
        if (facts.Country is null) yield return new(FindingCode.NoCountry, FindingSeverity.Note);
        else if (!string.Equals(facts.Country, country, StringComparison.OrdinalIgnoreCase))
            yield return new(FindingCode.OtherCountry, FindingSeverity.Warning, facts.Country);
    }

    private static IEnumerable<CertificateFinding> OfIssuer(CertificateFacts facts, bool isProduction)
    {
        if (facts.IsSelfSigned) yield return new(FindingCode.SelfSigned, isProduction ? FindingSeverity.Warning : FindingSeverity.Note);
        else if (!facts.IsChainComplete) yield return new(FindingCode.ChainIncomplete, FindingSeverity.Note);
    }

    // Who uses it first has it: a copy that lies in another organization, and is not used there, spoils nothing.
    private static IEnumerable<CertificateFinding> OfOthers(DigitalCertificate certificate, IReadOnlyList<DigitalCertificate> earlier)
    {
        var own = earlier.Where(other => other.NppoId == certificate.NppoId).ToList();
        if (earlier.Any(other => other.NppoId != certificate.NppoId && other.IsInUse))
            yield return new(FindingCode.UsedElsewhere, FindingSeverity.Blocking);
        if (own.Exists(other => other.Facts.Thumbprint == certificate.Facts.Thumbprint && !other.WasTakenBack))
            yield return new(FindingCode.AlreadyThere, FindingSeverity.Blocking);
        if (own.Exists(other => other.RevocationReason is RevocationReason.KeyCompromised or RevocationReason.KeyLost))
            yield return new(FindingCode.RevokedKey, FindingSeverity.Blocking);
    }
}
