using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Integration;
using Ephyto.Domain.Integration;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments;

/// <summary>Somebody of the organization has the integration guide and the description of the API, in any language and version.</summary>
internal sealed class ReadingEvidence : IIntegrationEvidence
{
    private static readonly DocumentKind[] Needed = [DocumentKind.IntegrationGuide, DocumentKind.ServiceDescription];

    public IntegrationStep Step => IntegrationStep.DocumentsRead;

    public async Task<IReadOnlyDictionary<Guid, IntegrationEvidence>> FindAsync(ConsoleDbContext db, IReadOnlyCollection<Guid> nppoIds,
        CancellationToken ct)
    {
        var read = await db.Set<DocumentReceipt>().AsNoTracking().Where(r => nppoIds.Contains(r.NppoId))
            .Join(db.Set<IntegrationDocument>(), r => r.DocumentId, d => d.Id, (r, d) => new { r.NppoId, r.UserId, r.At, d.Kind })
            .Where(r => Needed.Contains(r.Kind)).ToListAsync(ct);
        return read.GroupBy(r => r.NppoId)
            .Select(same => (same.Key, First: same.OrderBy(r => r.At).DistinctBy(r => r.Kind).ToList()))
            .Where(one => one.First.Count == Needed.Length)
            .ToDictionary(one => one.Key, one => new IntegrationEvidence(one.First[^1].At, one.First[^1].UserId));
    }
}
