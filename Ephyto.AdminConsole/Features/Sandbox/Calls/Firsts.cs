using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox.Calls;

internal static class Firsts
{
    /// <summary>What an organization has done before; the lock of the organization is held.</summary>
    public static async Task<IReadOnlySet<SandboxFirst>> FirstsOfAsync(this ConsoleDbContext db, Guid nppoId, CancellationToken ct) =>
        (await db.Set<SandboxMilestone>().Where(m => m.NppoId == nppoId).Select(m => m.Kind).ToListAsync(ct)).ToHashSet();

    /// <summary>Marks what an organization had not done before; the lock of the organization is held still.</summary>
    /// <param name="known">What it had.</param>
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
        db.AddRange(firsts);
        return firsts.Length > 0;
    }
}
