using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Sandbox;

/// <summary>
/// Forgets calls and envelopes that are too old, and the oldest calls and refused envelopes of who makes very many. What an organization
/// did for the first time stays known.
/// </summary>
internal sealed class ForgetOldTraffic(
    IDbContextFactory<ConsoleDbContext> contexts, IOptions<SandboxOptions> options, TimeProvider time)
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    public async Task RunAsync(CancellationToken ct)
    {
        var before = time.GetUtcNow().UtcDateTime.AddDays(-options.Value.KeptDays);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Set<SandboxCall>().Where(call => call.At < before).ExecuteDeleteAsync(ct);
        await db.Set<SandboxEnvelope>().Where(envelope => envelope.SentAt < before).ExecuteDeleteAsync(ct);
        await TrimCallsAsync(db, options.Value.CallsKept, ct);
        await TrimRefusedAsync(db, options.Value.EnvelopesKept, ct);
    }

    private static async Task TrimCallsAsync(ConsoleDbContext db, int kept, CancellationToken ct)
    {
        var many = await db.Set<SandboxCall>().GroupBy(call => call.NppoId).Where(calls => calls.Count() > kept)
            .Select(calls => calls.Key).ToListAsync(ct);
        foreach (var nppo in many)
        {
            var own = db.Set<SandboxCall>().Where(call => call.NppoId == nppo);
            var oldest = await own.OrderByDescending(call => call.At).Skip(kept - 1).Select(call => call.At).FirstAsync(ct);
            await own.Where(call => call.At < oldest).ExecuteDeleteAsync(ct);
        }
    }

    /// <summary>What was refused takes up no room of its sender, and so nothing else bounds how many of them there are.</summary>
    private static async Task TrimRefusedAsync(ConsoleDbContext db, int kept, CancellationToken ct)
    {
        var refused = db.Set<SandboxEnvelope>()
            .Where(e => e.State == TrackingState.FailedDelivery && e.Content == null && e.CopyOf == null);
        var many = await refused.GroupBy(e => e.FromNppoId).Where(envelopes => envelopes.Count() > kept)
            .Select(envelopes => envelopes.Key).ToListAsync(ct);
        foreach (var nppo in many)
        {
            var own = refused.Where(e => e.FromNppoId == nppo);
            var oldest = await own.OrderByDescending(e => e.SentAt).Skip(kept - 1).Select(e => e.SentAt).FirstAsync(ct);
            await own.Where(e => e.SentAt < oldest).ExecuteDeleteAsync(ct);
        }
    }
}
