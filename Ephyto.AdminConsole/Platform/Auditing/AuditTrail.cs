using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Platform.Auditing;

/// <summary>Appends to the hash chain inside the transaction of the acts it records.</summary>
internal static class AuditTrail
{
    /// <summary>Any number, the same on every node: whoever holds it appends alone until its transaction ends.</summary>
    public const long ChainLock = 0x4550_4859_544F;

    /// <summary>
    /// Adds a row for each event. Needs a transaction: on SQLite the writer's lock it holds keeps other writers out,
    /// on PostgreSQL an advisory lock of the transaction does.
    /// </summary>
    /// <exception cref="DbUpdateConcurrencyException">Two saves waited for each other, and the database gave up on this one.</exception>
    public static async Task AppendAsync(ConsoleDbContext db, IReadOnlyList<DomainEvent> events, CancellationToken ct)
    {
        await LockAsync(db, ct);
        // Nothing more of the last entry than it takes: whatever somebody did to the rest of it, the console goes on.
        var head = await db.Set<AuditEntry>().OrderByDescending(entry => entry.Sequence)
            .Select(entry => new AuditHead(entry.Sequence, entry.Hash)).FirstOrDefaultAsync(ct)
            ?? AuditHead.Empty;
        foreach (var happened in events)
        {
            var entry = AuditEntry.Append(head, happened, AuditFacts.Write(happened));
            head = new(entry.Sequence, entry.Hash);
            db.Add(entry);
            db.AddRange(AuditSubject.Of(entry, happened));
        }
    }

    public static Dictionary<string, EventFact> FactsOf(AuditEntry entry) => AuditFacts.Read(entry.Facts);

    private static async Task LockAsync(ConsoleDbContext db, CancellationToken ct)
    {
        try
        {
            await db.HoldAsync(ChainLock, ct);
        }
        catch (Exception lost) when (lost.IsDeadlock())
        {
            // A lost race like any other: whoever saves expects those, and says so to the person.
            throw new DbUpdateConcurrencyException("Another save holds the audit trail and waits for this one.", lost);
        }
    }
}
