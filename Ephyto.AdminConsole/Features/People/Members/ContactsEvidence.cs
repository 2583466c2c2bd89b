using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Integration;
using Ephyto.Domain.Access;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Members;

/// <summary>Two active administrators and a technical contact: somebody can always be reached.</summary>
internal sealed class ContactsEvidence : IIntegrationEvidence
{
    public IntegrationStep Step => IntegrationStep.ContactsComplete;

    public async Task<IReadOnlyDictionary<Guid, IntegrationEvidence>> FindAsync(ConsoleDbContext db, IReadOnlyCollection<Guid> nppoIds,
        CancellationToken ct)
    {
        var active = await db.Set<Member>().AsNoTracking().Where(m => nppoIds.Contains(m.NppoId) && m.Status == MemberStatus.Active)
            .ToListAsync(ct);
        var contacts = await db.Set<Nppo>().AsNoTracking().Where(n => nppoIds.Contains(n.Id))
            .ToDictionaryAsync(n => n.Id, n => n.TechnicalContactId, ct);
        return active.GroupBy(m => m.NppoId)
            .Where(same => same.Count(m => m.Role == NppoRole.Administrator) >= 2 && same.Any(m => m.Id == contacts[same.Key]))
            .ToDictionary(same => same.Key, same => new IntegrationEvidence(
                same.Where(m => m.Role == NppoRole.Administrator).Select(m => m.StatusSince).Order().Skip(1).First(), null));
    }
}
