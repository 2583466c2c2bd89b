using System.Text.Json;
using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Platform.Auditing;

/// <summary>Appends to the hash chain inside the transaction of the acts it records.</summary>
internal static class AuditTrail
{
    // Any number, the same on every node: whoever holds it appends alone until its transaction ends.
    private const long ChainLock = 0x4550_4859_544F;

    /// <summary>
    /// Adds a row for each event. Needs a transaction: on SQLite the writer's lock it holds keeps other writers out,
    /// on PostgreSQL an advisory lock of the transaction does.
    /// </summary>
    public static async Task AppendAsync(ConsoleDbContext db, IReadOnlyList<DomainEvent> events, CancellationToken ct)
    {
        if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ChainLock})", ct);
        var head = await db.Set<AuditEntry>().AsNoTracking().OrderByDescending(entry => entry.Sequence).FirstOrDefaultAsync(ct);
        foreach (var happened in events)
        {
            head = AuditEntry.Append(head, happened, FactsOf(happened));
            db.Add(head);
        }
    }

    private static string FactsOf(DomainEvent happened) =>
        JsonSerializer.Serialize(new SortedDictionary<string, string?>(happened.Facts.ToDictionary(), StringComparer.Ordinal));
}
