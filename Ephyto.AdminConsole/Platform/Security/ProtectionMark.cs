using System.Security.Cryptography;
using Ephyto.AdminConsole.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>
/// A word in the store that only who has the keys can read. A node that cannot read it has other keys than the one that wrote
/// it: they were not kept over a restart, or each node has its own.
/// </summary>
internal sealed class ProtectionMark
{
    /// <summary>There is one for the whole installation.</summary>
    public const int TheOne = 1;

    public int Id { get; set; } = TheOne;

    /// <summary>Protected; what is in it does not matter.</summary>
    public required string Value { get; set; }

    /// <summary>When a node started that could not read the mark of before, UTC; null where that never happened.</summary>
    public DateTime? LostAt { get; set; }
}

internal sealed class ProtectionMarkConfiguration : IEntityTypeConfiguration<ProtectionMark>
{
    public void Configure(EntityTypeBuilder<ProtectionMark> builder)
    {
        builder.ToTable("ProtectionMark");
        builder.Property(mark => mark.Id).ValueGeneratedNever();
    }
}

/// <summary>Reads the mark at every start, and writes it where there is none that can be read.</summary>
internal sealed class ProtectionMarks(IDataProtectionProvider protection, IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
    : IStoreCompletion
{
    private const string Word = "ephyto";

    // What a lost ring of keys broke is over after so long: links that were queued then have been sent again, people signed in anew.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    private readonly IDataProtector _protector = protection.CreateProtector("Ephyto.ProtectionMark");

    public async Task CompleteAsync(ConsoleDbContext db, CancellationToken ct)
    {
        await using var own = await contexts.CreateDbContextAsync(ct);
        var mark = await own.Set<ProtectionMark>().SingleOrDefaultAsync(ct);
        if (mark is not null && CanRead(mark)) return;

        if (mark is null) own.Add(new ProtectionMark { Value = _protector.Protect(Word) });
        else (mark.Value, mark.LostAt) = (_protector.Protect(Word), time.GetUtcNow().UtcDateTime);
        try
        {
            await own.SaveChangesAsync(ct);
        }
        catch (DbUpdateException lost) when (lost.IsConflict())
        {
            // Another node starts at the same time, and wrote its own: whether this one can read it shows later.
        }
    }

    /// <summary>Whether this node has the keys of the installation, and no node started without them lately.</summary>
    public async Task<bool> AreKeptAsync(ConsoleDbContext db, CancellationToken ct)
    {
        var mark = await db.Set<ProtectionMark>().AsNoTracking().SingleOrDefaultAsync(ct);
        return mark is null || (CanRead(mark) && !(mark.LostAt > time.GetUtcNow().UtcDateTime - Remembered));
    }

    private bool CanRead(ProtectionMark mark)
    {
        try
        {
            return _protector.Unprotect(mark.Value) == Word;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
