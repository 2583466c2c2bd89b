using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Integration;
using Ephyto.Domain.Integration;
using Ephyto.Domain.TestEvidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.TestEvidence;

/// <summary>
/// What a test console has proven, in the console of Production that took it in. A copy of Production that became a test console proves
/// again what it can see.
/// </summary>
internal sealed class CarriedEvidence(IntegrationStep step, IOptions<HubOptions> hub) : IIntegrationEvidence
{
    public IntegrationStep Step => step;

    public async Task<IReadOnlyDictionary<Guid, IntegrationEvidence>> FindAsync(ConsoleDbContext db, IReadOnlyCollection<Guid> nppoIds,
        CancellationToken ct)
    {
        if (!hub.Value.IsProduction) return new Dictionary<Guid, IntegrationEvidence>();
        var taken = await db.Set<TakenEvidence>().AsNoTracking().Where(evidence => nppoIds.Contains(evidence.Id))
            .Select(evidence => new { evidence.Id, evidence.Steps }).ToListAsync(ct);
        return taken.SelectMany(
                evidence => evidence.Steps.Where(proven => proven.Step == step), (evidence, proven) => (evidence.Id, proven))
            .ToDictionary(each => each.Id, each => new IntegrationEvidence(each.proven.At, null, each.proven.TrackingNumber, true));
    }
}
