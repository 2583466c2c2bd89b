using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Ephyto.AdminConsole.Features.Letters;

/// <summary>
/// Numbers without a gap: whoever takes one holds the book until the letter is saved, and a number not used goes back with
/// its transaction. A sequence of the database would be faster and leave gaps.
/// </summary>
internal static class LetterNumbers
{
    // Any number, the same on every node.
    private const long Book = 0x4C45_5454_4552;

    /// <summary>Begins the transaction in which one number is taken.</summary>
    public static async Task<IDbContextTransaction> LockAsync(ConsoleDbContext db, CancellationToken ct)
    {
        var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.HoldAsync(Book, ct);
        return transaction;
    }

    public static async Task<LetterNumber> NextAsync(ConsoleDbContext db, int year, CancellationToken ct) =>
        new(year, (await db.Set<ParticipationLetter>().Where(letter => letter.NumberYear == year)
            .MaxAsync(letter => letter.NumberOrdinal, ct) ?? 0) + 1);
}
