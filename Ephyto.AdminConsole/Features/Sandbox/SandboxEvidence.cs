using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Integration;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Sandbox;

/// <summary>
/// What the sandbox saw an organization do for the first time, with the number of the envelope. In Production there is no sandbox: what
/// stands there came with the data of a test console, and counts only by a signed file of evidence.
/// </summary>
internal sealed class SandboxEvidence(IntegrationStep step, SandboxFirst first, IOptions<HubOptions> hub) : IIntegrationEvidence
{
    public IntegrationStep Step => step;

    public async Task<IReadOnlyDictionary<Guid, IntegrationEvidence>> FindAsync(ConsoleDbContext db, IReadOnlyCollection<Guid> nppoIds,
        CancellationToken ct) => hub.Value.IsProduction ? new Dictionary<Guid, IntegrationEvidence>()
        : await db.Set<SandboxMilestone>().AsNoTracking().Where(m => nppoIds.Contains(m.NppoId) && m.Kind == first)
            .ToDictionaryAsync(m => m.NppoId, m => new IntegrationEvidence(m.At, null, m.TrackingNumber), ct);
}
