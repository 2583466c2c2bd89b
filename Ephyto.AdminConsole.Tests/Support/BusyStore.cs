using Ephyto.AdminConsole.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>A store that can be read, and that others keep locked for longer than a save waits.</summary>
internal sealed class BusyStore(ConsoleHost host) : IDbContextFactory<ConsoleDbContext>
{
    private const int Busy = 5;

    public ConsoleDbContext CreateDbContext()
    {
        var db = host.Get<IDbContextFactory<ConsoleDbContext>>().CreateDbContext();
        db.SavingChanges += (_, _) => throw new SqliteException("database is locked", Busy);
        return db;
    }
}
