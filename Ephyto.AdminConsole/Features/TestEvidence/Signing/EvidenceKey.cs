namespace Ephyto.AdminConsole.Features.TestEvidence.Signing;

/// <summary>The key by which a test console signs what it says, the same on every node.</summary>
internal sealed class EvidenceKey
{
    public const int LongestName = 40;

    /// <summary>There is one.</summary>
    public const string Only = "evidence";

    public required string Name { get; init; }

    /// <summary>For everybody.</summary>
    public required string PublicKeyPem { get; set; }

    /// <summary>Which only the nodes of this console can read.</summary>
    public required string ProtectedKey { get; set; }

    /// <summary>UTC.</summary>
    public DateTime MadeAt { get; set; }
}
