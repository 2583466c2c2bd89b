namespace Ephyto.Domain.TestEvidence;

/// <summary>
/// What an organization used in Test, and cannot use in Production: a public key or a certificate. It stays when a newer file of evidence
/// comes: whatever was in Test once is never of Production.
/// </summary>
public sealed class TestKey
{
    public Guid NppoId { get; init; }

    /// <summary>SHA-256, in upper-case hexadecimal digits: of the public key with its algorithm, or of the certificate.</summary>
    public string Hash { get; init; } = "";
}
