using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Sandbox;
using Ephyto.Domain.TestEvidence;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.TestEvidence;

/// <summary>
/// What this test console can say of an organization: what its sandbox saw, but for steps that the hub sent back.
/// </summary>
internal static class ProvenInTest
{
    private static readonly Dictionary<SandboxFirst, IntegrationStep> Steps = new()
    {
        [SandboxFirst.Sent] = IntegrationStep.FirstSent,
        [SandboxFirst.Received] = IntegrationStep.FirstReceived,
        [SandboxFirst.Acknowledged] = IntegrationStep.FirstAcknowledged,
    };

    public static async Task<IReadOnlyList<ProvenStep>> ProvenAsync(this ConsoleDbContext db, Guid nppoId, CancellationToken ct)
    {
        var path = await db.Set<IntegrationPath>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == nppoId, ct);
        var seen = await db.Set<SandboxMilestone>().AsNoTracking().Where(m => m.NppoId == nppoId && m.TrackingNumber != null)
            .ToListAsync(ct);
        return
        [
            .. from milestone in seen
               where Steps.ContainsKey(milestone.Kind)
               let step = Steps[milestone.Kind]
               where path?.RecordOf(step)?.Outweighs(milestone.At) is not true
               orderby step
               select new ProvenStep(step, StatementFile.InSeconds(milestone.At), milestone.TrackingNumber!),
        ];
    }
}
