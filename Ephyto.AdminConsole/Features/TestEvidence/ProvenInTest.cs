using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Sandbox;
using Ephyto.Domain.TestEvidence;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.TestEvidence;

/// <summary>
/// What this test console can say of an organization: what its sandbox saw. Of a step that the hub sent back only what it accepted since.
/// </summary>
internal static class ProvenInTest
{
    public static async Task<IReadOnlyList<ProvenStep>> ProvenAsync(this ConsoleDbContext db, Guid nppoId, CancellationToken ct)
    {
        var path = await db.Set<IntegrationPath>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == nppoId, ct);
        var seen = await db.Set<SandboxMilestone>().AsNoTracking().Where(m => m.NppoId == nppoId && m.TrackingNumber != null)
            .ToListAsync(ct);
        return
        [
            .. from milestone in seen
               where SandboxSteps.ByMessage.ContainsKey(milestone.Kind)
               let step = SandboxSteps.ByMessage[milestone.Kind]
               where path?.RecordOf(step)?.LetsCount(milestone.At) is not false
               orderby step
               select new ProvenStep(step, StatementFile.InSeconds(milestone.At), milestone.TrackingNumber!),
        ];
    }
}
