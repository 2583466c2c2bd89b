using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Sandbox;

/// <summary>
/// Forgets calls and envelopes that are too old, and the oldest calls of who makes very many. What an organization did for the first
/// time stays known.
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
        var kept = options.Value.CallsKept;
        var many = await db.Set<SandboxCall>().GroupBy(call => call.NppoId).Where(calls => calls.Count() > kept)
            .Select(calls => calls.Key).ToListAsync(ct);
        foreach (var nppo in many)
        {
            var oldest = await db.Set<SandboxCall>().Where(call => call.NppoId == nppo).OrderByDescending(call => call.At)
                .Skip(kept - 1).Select(call => call.At).FirstAsync(ct);
            await db.Set<SandboxCall>().Where(call => call.NppoId == nppo && call.At < oldest).ExecuteDeleteAsync(ct);
        }
    }
}
