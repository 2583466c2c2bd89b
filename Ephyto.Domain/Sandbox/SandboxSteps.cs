using Ephyto.Domain.Integration;

namespace Ephyto.Domain.Sandbox;

public static class SandboxSteps
{
    /// <summary>The steps to live exchange that are done by a message which the sandbox sees.</summary>
    public static IReadOnlyDictionary<SandboxFirst, IntegrationStep> ByMessage { get; } = new Dictionary<SandboxFirst, IntegrationStep>
    {
        [SandboxFirst.Sent] = IntegrationStep.FirstSent,
        [SandboxFirst.Received] = IntegrationStep.FirstReceived,
        [SandboxFirst.Acknowledged] = IntegrationStep.FirstAcknowledged,
    };
}
