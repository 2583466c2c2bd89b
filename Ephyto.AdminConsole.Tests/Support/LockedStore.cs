using System.Data.Common;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Auditing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>Keeps a console's store to itself, as somebody who writes for long does: reading goes on.</summary>
internal static class LockedStore
{
    /// <returns>What gives it free again.</returns>
    public static IDisposable Take(ConsoleHost host)
    {
        using var scope = host.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<ConsoleDbContext>();
        if (db.Database.IsSqlite())
            return Hold(new SqliteConnection($"Data Source={Path.Combine(host.DataDirectory, "console.db")};Pooling=False"),
                "BEGIN IMMEDIATE");

        // As a file of SQLite as a whole: every table, against every writer.
        var tables = string.Join(", ",
            db.Model.GetEntityTypes().Select(type => type.GetSchemaQualifiedTableName()).OfType<string>().Distinct()
                .Select(name => $"\"{name}\""));
        return Hold(ConnectionTo(host), $"BEGIN; LOCK TABLE {tables} IN EXCLUSIVE MODE");
    }

    /// <summary>On PostgreSQL: an act that has been written down and does not come to its end, for which every other one waits.</summary>
    public static IDisposable TakeAuditTrail(ConsoleHost host) =>
        Hold(ConnectionTo(host), $"BEGIN; SELECT pg_advisory_xact_lock({AuditTrail.ChainLock})");

    private static NpgsqlConnection ConnectionTo(ConsoleHost host) =>
        new($"{host.Get<IOptions<DatabaseOptions>>().Value.ConnectionString};Pooling=False");

    private static DbConnection Hold(DbConnection connection, string sql)
    {
        connection.Open();
        using var begin = connection.CreateCommand();
        begin.CommandText = sql;
        begin.ExecuteNonQuery();
        return connection;
    }
}
