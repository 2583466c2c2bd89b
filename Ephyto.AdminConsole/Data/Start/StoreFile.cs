using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Data.Start;

/// <summary>The file of a store on SQLite, and locks beside it that end with the process, however that ends.</summary>
internal static class StoreFile
{
    // "Try again" of Linux and of macOS, "sharing violation" of Windows.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020)];

    /// <returns>Null for a store in memory, which no other process reaches.</returns>
    public static string? Of(ConsoleDbContext db)
    {
        using var connection = new SqliteConnection(db.Database.GetConnectionString());
        connection.Open();
        return Path.IsPathFullyQualified(connection.DataSource) ? connection.DataSource : null;
    }

    public static FileStream Hold(string file) => OwnerOnly.OpenOrCreate(file, FileAccess.ReadWrite, FileShare.None);

    public static bool IsHeldByAnother(IOException refused) => HeldByAnother.Contains(refused.HResult);
}
