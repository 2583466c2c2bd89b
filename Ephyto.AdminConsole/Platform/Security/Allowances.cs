using System.Security.Cryptography;
using System.Text;
using Ephyto.AdminConsole.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>How often something may be done: so many times at once, and once more each time so much time has gone by.</summary>
/// <param name="Name">Of what is limited; part of the key.</param>
/// <param name="AtOnce">How many times in a row.</param>
/// <param name="OnceMore">After which time there is one more.</param>
internal sealed record Allowance(string Name, int AtOnce, TimeSpan OnceMore);

/// <summary>What has been used of one allowance. A row whose moment is over says nothing any more, and goes.</summary>
internal sealed class UsedAllowance
{
    /// <summary>Hexadecimal SHA-256 of what is limited and for whom: the store keeps no list of who was tried.</summary>
    public required string Key { get; set; }

    /// <summary>When all of it is there again, in ticks, UTC. A number, so that one statement on either database moves it on.</summary>
    public long WholeAgainAt { get; set; }
}

internal sealed class UsedAllowanceConfiguration : IEntityTypeConfiguration<UsedAllowance>
{
    public void Configure(EntityTypeBuilder<UsedAllowance> builder)
    {
        builder.ToTable("UsedAllowances");
        builder.HasKey(used => used.Key);
        builder.Property(used => used.Key).HasMaxLength(64);
        builder.HasIndex(used => used.WholeAgainAt);
    }
}

/// <summary>
/// Limits that hold on every node and over a restart, and that time gives back. Each is one number in the store, moved by
/// one statement: of any number of requests at the same moment no more get through than are allowed.
/// </summary>
internal sealed class Allowances(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    /// <summary>Uses one; a refusal uses nothing, so that going on trying makes nobody wait longer.</summary>
    public async Task<bool> TakeAsync(Allowance allowance, string whose, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await TakeAsync(db, allowance, whose, ct);
    }

    /// <summary>
    /// The same in the transaction of <paramref name="db"/>: what it takes is there again when that is rolled back, and whoever wants the
    /// same waits for its end. So it comes before the transaction's other rows, always: two that take them in different orders would
    /// wait for each other.
    /// </summary>
    public async Task<bool> TakeAsync(ConsoleDbContext db, Allowance allowance, string whose, CancellationToken ct)
    {
        var (key, now, step) = (KeyOf(allowance, whose), time.GetUtcNow().UtcTicks, allowance.OnceMore.Ticks);
        var (first, latest) = (now + step, now + Reserve(allowance));
        return await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "UsedAllowances" ("Key", "WholeAgainAt") VALUES ({key}, {first})
            ON CONFLICT ("Key") DO UPDATE SET "WholeAgainAt" =
                (CASE WHEN "UsedAllowances"."WholeAgainAt" > {now} THEN "UsedAllowances"."WholeAgainAt" ELSE {now} END) + {step}
            WHERE "UsedAllowances"."WholeAgainAt" <= {latest}
            """, ct) == 1;
    }

    /// <summary>When there is one, UTC; null where there is one now. It uses nothing.</summary>
    public async Task<DateTime?> NextAsync(Allowance allowance, string whose, CancellationToken ct)
    {
        var key = KeyOf(allowance, whose);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var whole = await db.Set<UsedAllowance>().Where(used => used.Key == key).Select(used => used.WholeAgainAt).FirstOrDefaultAsync(ct);
        var next = whole - Reserve(allowance);
        return next > time.GetUtcNow().UtcTicks ? new DateTime(next, DateTimeKind.Utc) : null;
    }

    /// <summary>One that was used turned out to be none to count.</summary>
    public async Task GiveBackAsync(Allowance allowance, string whose, CancellationToken ct)
    {
        var (key, step) = (KeyOf(allowance, whose), allowance.OnceMore.Ticks);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Set<UsedAllowance>().Where(used => used.Key == key)
            .ExecuteUpdateAsync(set => set.SetProperty(used => used.WholeAgainAt, used => used.WholeAgainAt - step), ct);
    }

    /// <summary>All of it is there again.</summary>
    public async Task RestoreAsync(Allowance allowance, string whose, CancellationToken ct)
    {
        var key = KeyOf(allowance, whose);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Set<UsedAllowance>().Where(used => used.Key == key).ExecuteDeleteAsync(ct);
    }

    /// <summary>Takes away the rows that say nothing any more.</summary>
    public async Task<int> ClearAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcTicks;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<UsedAllowance>().Where(used => used.WholeAgainAt <= now).ExecuteDeleteAsync(ct);
    }

    // As far ahead of now the moment may lie for one more to be there.
    private static long Reserve(Allowance allowance) => (allowance.AtOnce - 1) * allowance.OnceMore.Ticks;

    private static string KeyOf(Allowance allowance, string whose) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{allowance.Name}\n{whose}")));
}
