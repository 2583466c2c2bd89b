namespace Ephyto.AdminConsole.Features.TestEvidence;

/// <summary>The texts about what goes from Test to Production.</summary>
internal sealed class EvidenceText;
