namespace Ephyto.AdminConsole.Features.Sandbox;

/// <summary>A certificate by which the sandbox shows who it is, the same on every node.</summary>
internal sealed class SandboxIdentity
{
    public const int MaximumName = 40;

    /// <summary>By which systems know the server that they call.</summary>
    public const string Server = "server";

    /// <summary>By which systems know who calls them.</summary>
    public const string Client = "client";

    public required string Name { get; init; }

    /// <summary>For everybody.</summary>
    public required string CertificatePem { get; set; }

    /// <summary>Its key, which only the nodes of this console can read.</summary>
    public required string ProtectedKey { get; set; }

    /// <summary>UTC.</summary>
    public DateTime ValidUntil { get; set; }
}
