using System.Text.Json;
using Ephyto.AdminConsole.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ephyto.AdminConsole.Platform.Live;

/// <summary>
/// Several nodes on one PostgreSQL: <c>NOTIFY</c> inside the transaction, <c>LISTEN</c> on every node. A node hears its own
/// commits directly; one that lost its connection makes everybody look again once it is back.
/// </summary>
internal sealed class PostgresBroadcast(
    ILiveEvents live, IOptions<DatabaseOptions> database, TimeProvider time, ILogger<PostgresBroadcast> logger) : BackgroundService,
    ILiveBroadcast
{
    private const string Channel = "ephyto_live";

    // PostgreSQL takes payloads below 8,000 bytes; a change is at most about 70.
    private const int ChangesPerNotification = 100;

    private static readonly TimeSpan ReconnectPause = TimeSpan.FromSeconds(1);
    private readonly Guid _node = Guid.NewGuid();

    public async Task AnnounceAsync(ConsoleDbContext db, IReadOnlyCollection<LiveChange> changes, CancellationToken ct)
    {
        foreach (var chunk in changes.Chunk(ChangesPerNotification))
        {
            var payload = JsonSerializer.Serialize(new Notification(_node, chunk));
            await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, {payload})", ct);
        }
    }

    public void Deliver(IReadOnlyCollection<LiveChange> changes) => live.Publish(changes);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is NpgsqlException or IOException or InvalidOperationException)
            {
                logger.LogWarning(exception, "The live feed lost PostgreSQL and connects again");
                await Task.Delay(ReconnectPause, time, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection =
            new NpgsqlConnection(
                new NpgsqlConnectionStringBuilder(database.Value.ConnectionString) { KeepAlive = 15, Pooling = false }.ToString());
        await connection.OpenAsync(ct);
        connection.Notification += (_, received) => Receive(received.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection)) await listen.ExecuteNonQueryAsync(ct);
        live.PublishEverything();
        while (true) await connection.WaitAsync(ct);
    }

    private void Receive(string payload)
    {
        try
        {
            if (JsonSerializer.Deserialize<Notification>(payload) is { } received && received.Node != _node) live.Publish(received.Changes);
        }
        catch (JsonException)
        {
            live.PublishEverything();
        }
    }

    private sealed record Notification(Guid Node, LiveChange[] Changes);
}
