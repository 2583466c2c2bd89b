using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ephyto.AdminConsole.Data;

internal static class SaveConflicts
{
    private const int SqliteUniqueViolation = 2067;
    private const int SqlitePrimaryKeyViolation = 1555;
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteReadOnly = 8;
    private const int SqliteInputOutput = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private const string PostgresIdleInTransaction = "25P03";

    /// <summary>
    /// Whether a save failed only because somebody else saved first: an older version, a place that is taken now, or two that waited for
    /// each other.
    /// </summary>
    public static bool IsConflict(this DbUpdateException failed) => failed is DbUpdateConcurrencyException || failed.InnerException switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteUniqueViolation or SqlitePrimaryKeyViolation,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected,
        _ => false,
    };

    /// <summary>Whether others kept the store to themselves for longer than a save waits.</summary>
    public static bool IsBusy(this Exception failed) => failed is SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked }
        or PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled }
        || failed.InnerException?.IsBusy() == true;

    /// <summary>
    /// Whether two saves waited for each other and the database gave up on this one. Nothing of it was written: who does it
    /// again meets what the other one left.
    /// </summary>
    public static bool IsDeadlock(this Exception failed) =>
        failed is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure }
            || failed.InnerException?.IsDeadlock() == true;

    /// <summary>Whether the store cannot be reached or takes nothing: a full or broken disk, a server that is away or overrun.</summary>
    public static bool IsUnavailable(this Exception failed) => failed switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteReadOnly or SqliteInputOutput or SqliteFull or SqliteCannotOpen,
        PostgresException { SqlState: PostgresIdleInTransaction } => true,
        PostgresException postgres => postgres.SqlState[..2] is "08" or "53" or "57" or "58",
        NpgsqlException => true,
        _ => failed.InnerException?.IsUnavailable() == true,
    };
}
