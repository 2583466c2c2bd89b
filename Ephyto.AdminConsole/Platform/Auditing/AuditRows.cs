using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Platform.Auditing;

/// <summary>
/// Reads entries by their numbers. A row that holds what no entry can hold, such as letters in a date, was changed by
/// somebody in the database; it must not hide the others, nor itself.
/// </summary>
internal static class AuditRows
{
    /// <summary>The entries in the order asked for; what cannot be read is stood in for (<see cref="AuditEntry.Unreadable"/>).</summary>
    public static async Task<IReadOnlyList<AuditEntry>> ReadAsync(ConsoleDbContext db, IReadOnlyList<long> sequences, CancellationToken ct)
    {
        var entries = db.Set<AuditEntry>().AsNoTracking();
        try
        {
            var read = await entries.Where(entry => sequences.Contains(entry.Sequence)).ToDictionaryAsync(entry => entry.Sequence, ct);
            return [.. sequences.Select(sequence => read.GetValueOrDefault(sequence) ?? AuditEntry.Unreadable(sequence))];
        }
        catch (Exception unreadable) when (IsUnreadable(unreadable))
        {
            List<AuditEntry> read = [];
            foreach (var sequence in sequences) read.Add(await FindAsync(entries, sequence, ct) ?? AuditEntry.Unreadable(sequence));
            return read;
        }
    }

    /// <summary>The entry; null where it cannot be read, or is not there.</summary>
    public static async Task<AuditEntry?> FindAsync(IQueryable<AuditEntry> entries, long sequence, CancellationToken ct)
    {
        try
        {
            return await entries.SingleOrDefaultAsync(entry => entry.Sequence == sequence, ct);
        }
        catch (Exception unreadable) when (IsUnreadable(unreadable))
        {
            return null;
        }
    }

    public static bool IsUnreadable(Exception failed) =>
        failed is FormatException or InvalidCastException or InvalidOperationException or OverflowException or ArgumentException;
}
