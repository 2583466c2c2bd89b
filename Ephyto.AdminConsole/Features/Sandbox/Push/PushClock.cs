using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Sandbox.Calls;
using Ephyto.AdminConsole.Features.Sandbox.Outgoing;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Sandbox.Push;

/// <summary>
/// Calls the addresses for which something waits. Each call is one node's: it puts the call off before it makes it. Who dies meanwhile
/// leaves it to be made again, so that a member may get an envelope twice, and never not at all. No transaction is open during a call.
/// </summary>
internal sealed class PushClock(
    IDbContextFactory<ConsoleDbContext> contexts, IPushClient client, PushRecords records, IOptions<SandboxOptions> options,
    TimeProvider time)
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>How long a call is one node's: longer than any takes.</summary>
    public static readonly TimeSpan Reserved = TimeSpan.FromMinutes(5);

    /// <summary>How long an address that takes nothing is left in peace, whatever else waits for it.</summary>
    public static readonly TimeSpan Peace = TimeSpan.FromMinutes(1);

    private const int MostAddresses = 20;
    private const int MostCallsOfOne = 5;
    private const int AtOnce = 4;

    public async Task CallAsync(CancellationToken ct)
    {
        if (!options.Value.IsOn) return;
        await Parallel.ForEachAsync(
            await DueAsync(ct), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (code, stop) => await CallOneAsync(code, stop));
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Those that have waited longest first.</summary>
    private async Task<List<string>> DueAsync(CancellationToken ct)
    {
        var now = Now;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<SandboxPush>().Where(push => push.NextAt <= now).GroupBy(push => push.ConnectionCode)
            .OrderBy(waiting => waiting.Min(push => push.NextAt)).Select(waiting => waiting.Key).Take(MostAddresses).ToListAsync(ct);
    }

    private async Task CallOneAsync(string code, CancellationToken ct)
    {
        for (var made = 0; made < MostCallsOfOne; made++)
        {
            if (await TakeAsync(code, ct) is not { } push) return;
            if (await FindAsync(push, ct) is not { } envelope) continue;
            if (await AddressAsync(push, ct) is not { } address)
            {
                await GiveBackAsync(push, ct);
                return;
            }

            var outcome = push.TellsState
                ? await client.TellStateAsync(address, envelope, ct) : await client.DeliverAsync(address, envelope, ct);
            await records.CommitAsync(push, outcome, ct);
            if (outcome.HasArrived) continue;
            await LeaveInPeaceAsync(code, ct);
            return;
        }
    }

    /// <returns>With this attempt counted; null where nothing is due, or another node has just taken it.</returns>
    private async Task<SandboxPush?> TakeAsync(string code, CancellationToken ct)
    {
        var now = Now;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var due = await db.Set<SandboxPush>().AsNoTracking().Where(push => push.ConnectionCode == code && push.NextAt <= now)
            .OrderBy(push => push.NextAt).ThenBy(push => push.Id).FirstOrDefaultAsync(ct);
        if (due is null) return null;
        var (later, attempts) = (now + Reserved, due.Attempts + 1);
        var taken = await db.Set<SandboxPush>().Where(push => push.Id == due.Id && push.NextAt == due.NextAt).ExecuteUpdateAsync(
            set => set.SetProperty(push => push.NextAt, later).SetProperty(push => push.Attempts, attempts), ct);
        return taken == 0 ? null : new()
        {
            Id = due.Id,
            NppoId = due.NppoId,
            ConnectionCode = due.ConnectionCode,
            TrackingNumber = due.TrackingNumber,
            TellsState = due.TellsState,
            Attempts = attempts,
            NextAt = later,
        };
    }

    /// <returns>Null where there is nothing to be called for any more: then nobody is called later either.</returns>
    private async Task<SandboxEnvelope?> FindAsync(SandboxPush push, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var envelope = await db.Set<SandboxEnvelope>().AsNoTracking()
            .SingleOrDefaultAsync(e => e.TrackingNumber == push.TrackingNumber, ct);
        // Fetched and acknowledged meanwhile, a recipient does not need it a second time.
        if (envelope is not null && (push.TellsState || envelope.IsPending) && push.Attempts <= PushSchedule.MostAttempts) return envelope;
        await db.Set<SandboxPush>().Where(each => each.Id == push.Id).ExecuteDeleteAsync(ct);
        return null;
    }

    /// <returns>Null where nobody is called now: the organization is not active, or its connection fetches, perhaps for a while.</returns>
    private async Task<string?> AddressAsync(SandboxPush push, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var connection = await db.Set<Connection>().AsNoTracking()
            .SingleOrDefaultAsync(c => c.NppoId == push.NppoId && c.Code == push.ConnectionCode, ct);
        return connection is not null && await db.ActiveNppos().AnyAsync(nppo => nppo.Id == push.NppoId, ct)
            ? PushAddress.Of(connection) : null;
    }

    /// <summary>Nobody was called, so it was no attempt. It is looked at again as long as its envelope waits.</summary>
    private async Task GiveBackAsync(SandboxPush push, CancellationToken ct)
    {
        await LeaveInPeaceAsync(push.ConnectionCode, ct);
        var (attempts, later) = (push.Attempts - 1, Now + Peace);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Set<SandboxPush>().Where(each => each.Id == push.Id).ExecuteUpdateAsync(
            set => set.SetProperty(each => each.Attempts, attempts).SetProperty(each => each.NextAt, later), ct);
    }

    private async Task LeaveInPeaceAsync(string code, CancellationToken ct)
    {
        var later = Now + Peace;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Set<SandboxPush>().Where(push => push.ConnectionCode == code && push.NextAt < later)
            .ExecuteUpdateAsync(set => set.SetProperty(push => push.NextAt, later), ct);
    }
}
