namespace Ephyto.Domain.DigitalCertificates;

/// <summary>
/// A key that has left its system: somebody sent its private part to the console. Nobody's certificate with it is taken any more, whoever
/// sent it: who has a copy could act for whoever uses it.
/// </summary>
public sealed class BurntKey
{
    /// <summary>SHA-256 of the public key with its algorithm, in upper-case hexadecimal digits.</summary>
    public string PublicKeyHash { get; init; } = "";

    /// <summary>UTC.</summary>
    public DateTime SentAt { get; init; }

    /// <summary>By whom it was sent.</summary>
    public Guid NppoId { get; init; }
}
