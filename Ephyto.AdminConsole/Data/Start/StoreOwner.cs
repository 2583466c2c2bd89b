using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Data.Start;

/// <summary>Says whose a store is that cannot be shared.</summary>
internal interface IStoreOwner
{
    /// <summary>Makes the store that of this process until it ends. One that may be shared stays everybody's.</summary>
    /// <exception cref="CannotStartException">It is another process's.</exception>
    void Take(ConsoleDbContext db);
}

/// <summary>
/// A store on SQLite belongs to one console at a time: the pages of a second one would not hear what the first one changes. The system
/// holds the lock of a file beside it, so a process that is killed owns nothing.
/// </summary>
internal sealed class StoreOwner : IStoreOwner, IDisposable
{
    private FileStream? _held;

    public void Take(ConsoleDbContext db)
    {
        if (_held is not null || !db.Database.IsSqlite() || StoreFile.Of(db) is not { } file) return;
        try
        {
            _held = StoreFile.Hold($"{file}.running");
        }
        catch (IOException taken) when (StoreFile.IsHeldByAnother(taken))
        {
            throw new CannotStartException(
                $"Another process owns the store {file}: end it, or let Storage:DataDirectory lead elsewhere; several consoles share a "
                    + "store on PostgreSQL only.");
        }
    }

    public void Dispose() => _held?.Dispose();
}
