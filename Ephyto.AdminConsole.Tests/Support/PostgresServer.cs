using System.Diagnostics;
using Npgsql;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>
/// A private, throw-away PostgreSQL for one test run, on a loopback port, started when the first test asks for it.
/// <c>EPHYTO_TEST_POSTGRES</c> (a connection string with the right to create databases) names another server instead.
/// </summary>
internal sealed class PostgresServer
{
    private static readonly Lock Gate = new();
    private static Task<PostgresServer>? _running;
    private readonly string _directory = Path.Combine(TemporaryDirectory.Roomy, $"ephyto-postgres-{Guid.NewGuid():N}");
    private readonly string? _binaries;
    private readonly int _port = FreePort.Next();
    private int _processId;

    private PostgresServer(string? binaries) => _binaries = binaries;

    public string ConnectionString { get; private set; } = "";

    /// <summary>
    /// How a database is copied, for the end of the statement: without writing each page to the log as well, from version 15 on.
    /// </summary>
    public string CopyingFiles { get; private set; } = "";

    public static Task<PostgresServer> StartAsync()
    {
        var given = Environment.GetEnvironmentVariable("EPHYTO_TEST_POSTGRES");
        if (!string.IsNullOrEmpty(given))
            return Task.FromResult(new PostgresServer(null) { ConnectionString = given });
        var initdb = Needed.Tool(Find("initdb"),
            "PostgreSQL is not installed (no initdb), so the tests on PostgreSQL are left out; on Debian: apt-get install postgresql.");
        lock (Gate)
            return _running ??= new PostgresServer(Path.GetDirectoryName(initdb)).RunAsync();
    }

    public static async Task StopAsync()
    {
        if (_running is { IsCompletedSuccessfully: true })
            await (await _running).EndAsync();
    }

    /// <summary>Runs one statement outside any transaction, as CREATE DATABASE wants it.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection =
            new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public string ConnectionStringTo(string database) =>
        new NpgsqlConnectionStringBuilder(ConnectionString) { Database = database, MaxPoolSize = 30 }.ConnectionString;

    private static string? Find(string tool) =>
        Needed.Find(Versions().Select(version => Path.Combine(version, "bin", tool)).Append(tool));

    private static IEnumerable<string> Versions() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql")
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            : [];

    private async Task<PostgresServer> RunAsync()
    {
        await RunToolAsync("initdb", "-D", _directory, "-U", "ephyto", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        await RunToolAsync("pg_ctl", "start", "-w", "-t", "60", "-D", _directory, "-l", Path.Combine(_directory, "server.log"), "-o",
            $"-F -p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200 -c full_page_writes=off -c "
                + "synchronous_commit=off -c shared_buffers=64MB");
        _processId = int.Parse(File.ReadLines(Path.Combine(_directory, "postmaster.pid")).First(),
            System.Globalization.CultureInfo.InvariantCulture);
        ChildProcesses.Hold(_processId, "INT");
        ConnectionString = $"Host=127.0.0.1;Port={_port};Username=ephyto;Database=postgres";
        await using var connection = new NpgsqlConnection($"{ConnectionString};Pooling=False");
        await connection.OpenAsync();
        if (connection.PostgreSqlVersion.Major >= 15) CopyingFiles = "STRATEGY FILE_COPY";
        return this;
    }

    private async Task EndAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await RunToolAsync("pg_ctl", "stop", "-w", "-m", "immediate", "-D", _directory);
        ChildProcesses.Free(_processId);
        Directory.Delete(_directory, recursive: true);
    }

    /// <summary>PostgreSQL refuses to run as root; there it runs as the account its package made.</summary>
    private async Task RunToolAsync(string tool, params string[] arguments)
    {
        string[] command = [Path.Combine(_binaries!, tool), .. arguments];
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
            command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--", .. command];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{tool} ended with {process.ExitCode}: {await output}{await errors}");
    }
}
