using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Data;

internal static class LockTimeouts
{
    /// <summary>
    /// Makes this context give up after a second where others keep the store to themselves: for what is not worth a longer wait.
    /// </summary>
    public static async Task WaitOneSecondAsync(this ConsoleDbContext db, CancellationToken ct)
    {
        db.Database.SetCommandTimeout(1);
        // The connection stays open with the context; the next one who gets it from the pool sets it anew.
        await db.Database.OpenConnectionAsync(ct);
        await db.Database.ExecuteSqlRawAsync(db.LetsManyWrite() ? "SET lock_timeout = '1s'" : "PRAGMA busy_timeout = 500", ct);
    }
}
