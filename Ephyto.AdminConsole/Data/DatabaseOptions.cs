using System.ComponentModel.DataAnnotations;

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

    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Mandatory for PostgreSQL. For SQLite: empty means <c>console.db</c> in the data directory.</summary>
    public string ConnectionString { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == DatabaseProvider.PostgreSql && string.IsNullOrWhiteSpace(ConnectionString))
            yield return new("Set Database:ConnectionString: PostgreSQL needs one.");
    }
}

/// <summary>Section <c>Storage</c>.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>Where <c>console.db</c>, <c>keys/</c>, <c>mail/</c> and <c>documents/</c> lie; relative to the working directory.</summary>
    [Required(ErrorMessage = "Set Storage:DataDirectory to a directory the console may write to.")]
    public string DataDirectory { get; set; } = "App_Data";

    public string PathOf(string name) => Path.Combine(Path.GetFullPath(DataDirectory), name);
}
