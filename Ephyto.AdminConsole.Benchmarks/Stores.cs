using Npgsql;

namespace Ephyto.AdminConsole.Benchmarks;

/// <summary>A database of its own for a measurement.</summary>
/// <param name="Name">For the table of figures.</param>
/// <param name="Settings">Of the console that uses it.</param>
internal sealed record Store(string Name, IReadOnlyDictionary<string, string?> Settings)
{
    /// <summary>The connection to a PostgreSQL server on which databases may be made; without it only SQLite is measured.</summary>
    public const string PostgresVariable = "EPHYTO_BENCHMARKS_POSTGRES";

    public static async Task<IReadOnlyList<Store>> MakeAsync()
    {
        List<Store> stores = [new("SQLite", new Dictionary<string, string?>())];
        if (Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } server)
            stores.Add(new("PostgreSQL",
                new Dictionary<string, string?> { ["Database:Provider"] = "PostgreSql",
                    ["Database:ConnectionString"] = await CreateDatabaseAsync(server) }));
        return stores;
    }

    private static async Task<string> CreateDatabaseAsync(string server)
    {
        var name = $"ephyto_bench_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }
}
