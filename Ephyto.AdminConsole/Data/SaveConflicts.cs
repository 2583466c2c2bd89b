using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ephyto.AdminConsole.Data;

internal static class SaveConflicts
{
    private const int SqliteUniqueViolation = 2067;

    /// <summary>Whether a save failed only because somebody else saved first: an older version, or a place that is taken now.</summary>
    public static bool IsConflict(this DbUpdateException failed) => failed is DbUpdateConcurrencyException || failed.InnerException switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode == SqliteUniqueViolation,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => false,
    };

    /// <summary>
    /// Whether two saves waited for each other and the database gave up on this one. Nothing of it was written: who does it
    /// again meets what the other one left.
    /// </summary>
    public static bool IsDeadlock(this Exception failed) =>
        failed is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected } || failed.InnerException?.IsDeadlock() == true;
}
