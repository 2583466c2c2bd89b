using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Integration;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Integration;

/// <summary>The organization has said which system exchanges for it.</summary>
internal sealed class NamedSystemEvidence : IIntegrationEvidence
{
    public IntegrationStep Step => IntegrationStep.SystemNamed;

    public async Task<IReadOnlyDictionary<Guid, IntegrationEvidence>> FindAsync(ConsoleDbContext db, IReadOnlyCollection<Guid> nppoIds,
        CancellationToken ct)
    {
        var nppos = await db.Set<Nppo>().AsNoTracking().Where(n => nppoIds.Contains(n.Id)).ToListAsync(ct);
        return nppos.Where(n => n.ServedBy is not null)
            .ToDictionary(n => n.Id, n => new IntegrationEvidence(n.ServedBy!.NamedAt, n.ServedBy.NamedBy));
    }
}
