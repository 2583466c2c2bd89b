using System.Globalization;
using Ephyto.AdminConsole.Platform.Auditing;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Platform.Auditing;

/// <summary>What somebody with the password of the database can do to the audit trail behind the console's back.</summary>
internal static class Tampering
{
    private const string Columns =
        """ "Sequence", "At", "ActorKind", "ActorId", "Code", "SubjectKind", "SubjectId", "NppoId", "Facts", "PreviousHash", "Hash" """;

    public static Task<int> ExecuteAsync(this ConsoleHost host, FormattableString statement) =>
        host.StoreAsync(db => db.Database.ExecuteSqlAsync(statement));

    public static Task<int> ExecuteRawAsync(this ConsoleHost host, string statement) =>
        host.StoreAsync(db => db.Database.ExecuteSqlRawAsync(statement));

    public static Task<int> ChangeFactsAsync(this ConsoleHost host, long sequence, string facts) =>
        host.ExecuteAsync($"""UPDATE "AuditEntries" SET "Facts" = {facts} WHERE "Sequence" = {sequence}""");

    public static Task<int> RemoveAsync(this ConsoleHost host, long sequence) =>
        host.ExecuteAsync($"""DELETE FROM "AuditEntries" WHERE "Sequence" = {sequence}""");

    public static Task<int> CutAfterAsync(this ConsoleHost host, long sequence) =>
        host.ExecuteAsync($"""DELETE FROM "AuditEntries" WHERE "Sequence" > {sequence}""");

    public static Task<int> RenumberAsync(this ConsoleHost host, long from, long to) =>
        host.ExecuteAsync($"""UPDATE "AuditEntries" SET "Sequence" = {to} WHERE "Sequence" = {from}""");

    /// <summary>Copies an entry to another number, all else as it is.</summary>
    public static Task<int> CopyAsync(this ConsoleHost host, long from, long to) => host.ExecuteRawAsync(
        $"""
        INSERT INTO "AuditEntries" ({Columns})
        SELECT {to.ToString(CultureInfo.InvariantCulture)}, {Columns.Replace("\"Sequence\", ", "", StringComparison.Ordinal)}
        FROM "AuditEntries" WHERE "Sequence" = {from.ToString(CultureInfo.InvariantCulture)}
        """);

    /// <summary>Makes an entry fit itself and the one before it again, as somebody does who knows how the hash is made.</summary>
    public static async Task RehashAsync(this ConsoleHost host, long sequence)
    {
        var before = await host.EntryAsync(sequence - 1);
        var previous = before?.Hash ?? AuditEntry.Genesis;
        await host.ExecuteAsync($"""UPDATE "AuditEntries" SET "PreviousHash" = {previous} WHERE "Sequence" = {sequence}""");
        var hash = (await host.EntryAsync(sequence))!.ComputeHash();
        await host.ExecuteAsync($"""UPDATE "AuditEntries" SET "Hash" = {hash} WHERE "Sequence" = {sequence}""");
    }

    public static Task<AuditEntry?> EntryAsync(this ConsoleHost host, long sequence) =>
        host.StoreAsync(db => db.Set<AuditEntry>().AsNoTracking().SingleOrDefaultAsync(e => e.Sequence == sequence));

    public static Task<AuditVerdict> VerifyAsync(this ConsoleHost host, AuditHead? known = null) =>
        host.Get<AuditVerification>().RunAsync(known, null, CancellationToken.None);

    /// <summary>So many registrations, each leaving one entry.</summary>
    public static async Task WriteEntriesAsync(this ConsoleHost host, int count)
    {
        for (var number = 0; number < count; number++) await host.AddAsync(
            host.Submitted($"{(char)('A' + (number / 26))}{(char)('A' + (number % 26))}"));
    }
}
