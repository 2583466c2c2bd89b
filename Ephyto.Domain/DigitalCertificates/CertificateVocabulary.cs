namespace Ephyto.Domain.DigitalCertificates;

/// <summary>What a digital certificate is for.</summary>
public enum CertificateUsage
{
    /// <summary>The organization's system shows the Hub who it is.</summary>
    ClientAuthentication,

    /// <summary>The organization signs what it sends.</summary>
    Signing,
}

public enum CertificateStatus
{
    Uploaded,
    Active,

    /// <summary>Still in use; less than <see cref="DigitalCertificate.ExpiringDays"/> days are left.</summary>
    Expiring,
    Expired,
    Superseded,
    Revoked,
}

public enum RevocationReason
{
    KeyCompromised,
    KeyLost,
    NoLongerUsed,
    Other,
}

public enum CertificateKeyKind
{
    Rsa,
    P256,
    P384,
    OtherCurve,
    Other,
}

public enum FindingSeverity
{
    /// <summary>The certificate cannot be put to use.</summary>
    Blocking,
    Warning,
    Note,
}

/// <summary>What the check of a certificate can find.</summary>
public enum FindingCode
{
    NotYetValid,
    Expired,
    LongValidity,
    ExpiresSoon,
    ShortKey,
    UnusualKey,
    WeakSignature,
    UsageNotStated,
    OtherUsage,
    OtherCountry,
    NoCountry,
    SelfSigned,
    ChainIncomplete,
    Authority,
    UsedElsewhere,
    AlreadyThere,
    RevokedKey,

    /// <summary>It came with the data of the other environment.</summary>
    OtherEnvironment,

    /// <summary>The organization used it, or its key, in the other environment.</summary>
    KeyOfOtherEnvironment,

    /// <summary>The private part of its key came to the console.</summary>
    BurntKey,
}
