using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Ephyto.AdminConsole.Data;

/// <summary>Durable and patient: a committed row survives a power cut, and a writer waits a while for another instead of failing.</summary>
internal sealed class SqlitePragmas(int busySeconds) : DbConnectionInterceptor
{
    private readonly string _statement =
        $"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = {busySeconds * 1000};";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = _statement;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = _statement;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
