using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Platform.Auditing;

/// <param name="Done">Entries looked at.</param>
/// <param name="Total">The number of the last entry when it began.</param>
internal readonly record struct AuditProgress(long Done, long Total);

/// <summary>Walks the whole audit trail in the store, a batch at a time. It changes nothing, and leaves no entry itself.</summary>
internal sealed class AuditVerification(IDbContextFactory<ConsoleDbContext> contexts)
{
    private const int BatchSize = 2000;

    /// <param name="known">A head exported earlier, to compare with; null where there is none.</param>
    /// <param name="tell">Called after each batch, on whatever thread it runs.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<AuditVerdict> RunAsync(AuditHead? known, Action<AuditProgress>? tell, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var entries = db.Set<AuditEntry>().AsNoTracking();
        // Whoever goes on writing meanwhile would keep it running for ever.
        var last = await entries.MaxAsync(entry => (long?)entry.Sequence, ct) ?? 0;
        var chain = new AuditChain(known);
        long done = 0, after = long.MinValue;
        while (await NextAsync(entries.Where(entry => entry.Sequence > after && entry.Sequence <= last), chain, ct) is { Count: > 0 } batch)
        {
            (done, after) = (done + batch.Count, batch.Last);
            tell?.Invoke(new(done, last));
            if (batch.Broken) break;
        }

        return chain.Finish();
    }

    private static async Task<(int Count, long Last, bool Broken)> NextAsync(IQueryable<AuditEntry> rest, AuditChain chain,
        CancellationToken ct)
    {
        List<AuditEntry> batch;
        try
        {
            batch = await rest.OrderBy(entry => entry.Sequence).Take(BatchSize).ToListAsync(ct);
        }
        catch (Exception unreadable) when (AuditRows.IsUnreadable(unreadable))
        {
            return await NextOneByOneAsync(rest, chain, ct);
        }

        var broken = batch.Any(entry => !chain.Add(entry));
        return (batch.Count, batch.Count == 0 ? 0 : batch[^1].Sequence, broken);
    }

    // One of the rows holds what no entry can hold, such as letters in a date: which one?
    private static async Task<(int Count, long Last, bool Broken)> NextOneByOneAsync(IQueryable<AuditEntry> rest, AuditChain chain,
        CancellationToken ct)
    {
        var sequences = await rest.OrderBy(entry => entry.Sequence).Take(BatchSize).Select(entry => entry.Sequence).ToListAsync(ct);
        foreach (var sequence in sequences)
        {
            if (await AuditRows.FindAsync(rest, sequence, ct) is { } entry)
            {
                if (!chain.Add(entry)) break;
                continue;
            }

            chain.AddUnreadable(sequence);
            break;
        }

        return (sequences.Count, sequences[^1], true);
    }
}
