using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>Looks through every column of a store on SQLite, whatever it belongs to.</summary>
internal static class KeptTexts
{
    /// <summary>Table and column of each text that contains this one.</summary>
    public static async Task<List<string>> ColumnsWithAsync(this ConsoleHost host, string part) =>
        [.. (await host.TextsAsync()).Where(kept => kept.Text.Contains(part, StringComparison.Ordinal))
            .Select(kept => kept.Column).Distinct()];

    public static Task<List<(string Column, string Text)>> TextsAsync(this ConsoleHost host) => host.StoreAsync(async db =>
    {
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        var tables = new List<string>();
        await ReadAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table'", row => tables.Add(row.GetString(0)));
        var texts = new List<(string, string)>();
        foreach (var table in tables)
        {
            await ReadAsync(connection, $"SELECT * FROM \"{table}\"", row => texts.AddRange(
                from column in Enumerable.Range(0, row.FieldCount)
                let text = row.GetValue(column) as string
                where text is not null
                select ($"{table}.{row.GetName(column)}", text)));
        }

        return texts;
    });

    private static async Task ReadAsync(DbConnection connection, string sql, Action<DbDataReader> take)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names of tables are the store's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync()) take(row);
    }
}
