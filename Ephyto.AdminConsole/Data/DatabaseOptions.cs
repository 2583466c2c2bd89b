using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Ephyto.AdminConsole.Data;

internal enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
}

/// <summary>Section <c>Database</c>.</summary>
internal sealed class DatabaseOptions : IValidatableObject
{
    public const string Section = "Database";
    public const int UsualBusySeconds = 5;

    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Mandatory for PostgreSQL. For SQLite: empty means <c>console.db</c> in the data directory.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>How long a write waits while others keep the store to themselves; then its reader is asked to try again.</summary>
    [Range(1, 60, ErrorMessage = "Set Database:BusySeconds between 1 and 60.")]
    public int BusySeconds { get; set; } = UsualBusySeconds;

    /// <summary>How long a start waits for another process that prepares the same store.</summary>
    [Range(1, 86_400, ErrorMessage = "Set Database:PreparationSeconds to a number from 1 to 86400.")]
    public int PreparationSeconds { get; set; } = 600;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == DatabaseProvider.PostgreSql && string.IsNullOrWhiteSpace(ConnectionString))
            yield return new("Set Database:ConnectionString: PostgreSQL needs one.");
        else if (!CanBeRead())
            yield return new($"Set Database:ConnectionString to one that {Provider} understands: this one cannot be read.");
    }

    private bool CanBeRead()
    {
        try
        {
            DbConnectionStringBuilder builder = Provider == DatabaseProvider.PostgreSql
                ? new NpgsqlConnectionStringBuilder() : new SqliteConnectionStringBuilder();
            builder.ConnectionString = ConnectionString;
            return true;
        }
        catch (Exception refused) when (refused is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            return false;
        }
    }
}

/// <summary>Section <c>Storage</c>.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>Where <c>console.db</c>, <c>keys/</c>, <c>mail/</c> and <c>documents/</c> lie; relative to the working directory.</summary>
    [Required(ErrorMessage = "Set Storage:DataDirectory to a directory the console may write to.")]
    public string DataDirectory { get; set; } = "App_Data";

    /// <summary>With less room left on the disk, what can be done without is no longer written.</summary>
    [Range(0, 1_000_000, ErrorMessage = "Set Storage:LowSpaceMegabytes between 0 and 1000000.")]
    public int LowSpaceMegabytes { get; set; } = 200;

    public string PathOf(string name) => Path.Combine(Path.GetFullPath(DataDirectory), name);
}
