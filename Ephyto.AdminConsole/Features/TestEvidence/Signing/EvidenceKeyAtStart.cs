using Ephyto.AdminConsole.Platform;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.TestEvidence.Signing;

/// <summary>A test console has its key from the first start on, so that its public part can be handed over at once.</summary>
internal sealed class EvidenceKeyAtStart(EvidenceKeys keys, IOptions<HubOptions> hub) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (hub.Value.IsProduction) return;
        using var made = await keys.TakeAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
