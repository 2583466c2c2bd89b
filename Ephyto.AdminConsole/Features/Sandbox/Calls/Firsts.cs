using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox.Calls;

internal static class Firsts
{
    /// <summary>
    /// What an organization has done before and still counts; the lock of the organization is held. A message whose step the hub sent
    /// back counts no more: the next good one takes its place.
    /// </summary>
    public static async Task<IReadOnlySet<SandboxFirst>> FirstsOfAsync(this ConsoleDbContext db, Guid nppoId, CancellationToken ct) =>
        (await db.CountingMilestonesAsync(nppoId, ct)).Select(m => m.Kind).ToHashSet();

    /// <summary>The same with when and by which message, in the order in which it was done.</summary>
    public static async Task<IReadOnlyList<SandboxMilestone>> CountingMilestonesAsync(
        this ConsoleDbContext db, Guid nppoId, CancellationToken ct)
    {
        var done = await db.Set<SandboxMilestone>().Where(m => m.NppoId == nppoId).OrderBy(m => m.At).ToListAsync(ct);
        if (!done.Exists(m => SandboxSteps.ByMessage.ContainsKey(m.Kind))) return done;
        var path = await db.Set<IntegrationPath>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == nppoId, ct);
        return done.FindAll(m => !SandboxSteps.ByMessage.TryGetValue(m.Kind, out var step)
            || path?.RecordOf(step)?.WantsAnother(m.At) is not true);
    }

    /// <summary>Marks what an organization had not done before; the lock of the organization is held still.</summary>
    /// <param name="known">What it had, and counts: asked of the same context.</param>
    /// <param name="thumbprint">Of the certificate that its system showed; empty where it was called.</param>
    /// <param name="done">With the number of the envelope; empty for what has none.</param>
    /// <returns>Whether there was anything.</returns>
    public static bool MarkFirsts(
        this ConsoleDbContext db, Guid nppoId, string code, string thumbprint, IReadOnlySet<SandboxFirst> known,
        IReadOnlyDictionary<SandboxFirst, string> done, DateTime now)
    {
        SandboxMilestone[] firsts = [.. done.Where(each => !known.Contains(each.Key)).Select(each => new SandboxMilestone
        {
            NppoId = nppoId,
            Kind = each.Key,
            At = now,
            ConnectionCode = code,
            TrackingNumber = each.Value.Length > 0 ? each.Value : null,
            Thumbprint = thumbprint,
        })];
        var milestones = db.Set<SandboxMilestone>();
        foreach (var first in firsts)
        {
            if (milestones.Local.FirstOrDefault(m => m.NppoId == nppoId && m.Kind == first.Kind) is { } before)
                db.Entry(before).CurrentValues.SetValues(first);
            else db.Add(first);
        }

        return firsts.Length > 0;
    }
}
