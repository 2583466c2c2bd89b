using Ephyto.AdminConsole.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Storage;

/// <summary>The disk that the console writes to.</summary>
internal interface IDisk
{
    /// <returns>Bytes that are left; null where nobody can tell.</returns>
    long? Free();
}

/// <summary>The disk of the data directory, and that of an embedded database elsewhere: the one with less room counts.</summary>
internal sealed class Disk(IOptions<StorageOptions> storage, IOptions<DatabaseOptions> database) : IDisk
{
    private readonly string[] _folders = [.. FoldersOf(storage.Value, database.Value)];

    public long? Free()
    {
        try
        {
            return _folders.Where(Directory.Exists).Select(folder => (long?)new DriveInfo(folder).AvailableFreeSpace).Min();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static IEnumerable<string> FoldersOf(StorageOptions storage, DatabaseOptions database)
    {
        yield return Path.GetFullPath(storage.DataDirectory);
        if (database is { Provider: DatabaseProvider.Sqlite, ConnectionString.Length: > 0 }
            && Path.GetDirectoryName(
                Path.GetFullPath(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource)) is { } folder)
                    yield return folder;
    }
}
