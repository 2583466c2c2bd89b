using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;

namespace Ephyto.Domain.TestEvidence;

/// <summary>A step that the sandbox of a test console saw done.</summary>
/// <param name="At">UTC, in whole seconds.</param>
/// <param name="TrackingNumber">Of the envelope by which it was done.</param>
public sealed record ProvenStep(IntegrationStep Step, DateTime At, string TrackingNumber);

/// <summary>A digital certificate that was ever uploaded in Test.</summary>
/// <param name="Connection">The code of its connection; null where it had none.</param>
/// <param name="PublicKeyHash">SHA-256 of the public key with its algorithm, in upper-case hexadecimal digits.</param>
/// <param name="Thumbprint">SHA-256 of the certificate, in upper-case hexadecimal digits.</param>
public sealed record TestCertificate(string? Connection, string PublicKeyHash, string Thumbprint);

/// <summary>What a test console says of an organization.</summary>
/// <param name="Console">The public address of that console.</param>
/// <param name="Environment">That of that console.</param>
/// <param name="Country">The code of the organization's country.</param>
/// <param name="Organization">Its name there.</param>
/// <param name="MadeAt">UTC, in whole seconds.</param>
/// <param name="Steps">Only what was seen, never what was typed.</param>
/// <param name="Connections">Their codes.</param>
public sealed record TestStatement(
    Uri Console, HubEnvironment Environment, string Country, string Organization, DateTime MadeAt, IReadOnlyList<ProvenStep> Steps,
    IReadOnlyList<string> Connections, IReadOnlyList<TestCertificate> Certificates)
{
    /// <summary>The steps that a sandbox can see, and that have to be done in Test.</summary>
    public static IReadOnlyList<IntegrationStep> Provable { get; } =
        [IntegrationStep.FirstSent, IntegrationStep.FirstReceived, IntegrationStep.FirstAcknowledged];
}

/// <summary>A statement as it came.</summary>
/// <param name="Text">The signed file, to the character.</param>
/// <param name="KeyId">Of the key that signed it.</param>
/// <param name="Sha256">Of the file, in upper-case hexadecimal digits.</param>
public sealed record SignedStatement(TestStatement Statement, string Text, string KeyId, string Sha256);
