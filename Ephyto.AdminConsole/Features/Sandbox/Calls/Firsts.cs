using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox.Calls;

internal static class Firsts
{
    /// <summary>Marks what an organization had not done before; the lock of the organization is held.</summary>
    /// <param name="thumbprint">Of the certificate that its system showed; empty where it was called.</param>
    /// <param name="done">With the number of the envelope; empty for what has none.</param>
    /// <returns>Whether there was anything.</returns>
    public static async Task<bool> MarkFirstsAsync(
        this ConsoleDbContext db, Guid nppoId, string code, string thumbprint, IReadOnlyDictionary<SandboxFirst, string> done, DateTime now,
        CancellationToken ct)
    {
        var known = await db.Set<SandboxMilestone>().Where(m => m.NppoId == nppoId).Select(m => m.Kind).ToListAsync(ct);
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
