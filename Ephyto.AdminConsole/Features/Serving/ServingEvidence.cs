using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Serving;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Integration;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Serving;

/// <summary>The contact point of the country has confirmed which connection exchanges for it: nothing is left to name by hand.</summary>
internal sealed class ServingEvidence(IOptions<HubOptions> hub, TimeProvider time) : IIntegrationEvidence
{
    public IntegrationStep Step => IntegrationStep.SystemNamed;

    public async Task<IReadOnlyDictionary<Guid, IntegrationEvidence>> FindAsync(ConsoleDbContext db, IReadOnlyCollection<Guid> nppoIds,
        CancellationToken ct)
    {
        var served = await db.ServedAsync(hub.Value.Here, time.GetUtcNow().UtcDateTime, ct);
        if (served.Count == 0) return new Dictionary<Guid, IntegrationEvidence>();
        var nppos = await db.Set<Nppo>().AsNoTracking().Where(n => nppoIds.Contains(n.Id) && n.CurrentCountryCode != null)
            .Select(n => new { n.Id, n.CountryCode }).ToListAsync(ct);
        return nppos.Where(n => served.ContainsKey(n.CountryCode))
            .ToDictionary(n => n.Id, n => new IntegrationEvidence(served[n.CountryCode].ConfirmedAt, null));
    }
}
