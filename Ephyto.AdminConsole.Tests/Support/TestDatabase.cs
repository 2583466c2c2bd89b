using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.IntegrationDocuments;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Library;
using Ephyto.AdminConsole.Platform;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>The databases the console runs on; a test written once runs on each.</summary>
public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
}

/// <summary>A fresh, migrated database and data directory: a copy of a template that is migrated once for a run.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private const string Template = "ephyto_template";
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplateAsync);
    private static readonly Lazy<Task<PostgresServer>> PostgresTemplate = new(MakePostgresTemplateAsync);
    private static readonly SemaphoreSlim OneCopyAtATime = new(1, 1);
    private static int _count;
    private readonly TemporaryDirectory _directory = new();
    private readonly PostgresServer? _server;

    private TestDatabase(DatabaseKind kind, PostgresServer? server)
    {
        Kind = kind;
        _server = server;
        ConnectionString = server?.ConnectionStringTo(Name) ?? $"Data Source={_directory.File("console.db")}";
    }

    public DatabaseKind Kind { get; }

    public string ConnectionString { get; }

    public string DataDirectory => _directory.Path;

    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Database:Provider"] = Kind.ToString(),
        ["Database:ConnectionString"] = ConnectionString,
        ["Storage:DataDirectory"] = DataDirectory,
        // A machine that runs all tests at once may keep a writer waiting for longer than a person would.
        ["Database:BusySeconds"] = "60",
    };

    private string Name { get; } = $"ephyto_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";

    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            var copy = new TestDatabase(kind, null);
            File.Copy(await SqliteTemplate.Value, copy._directory.File("console.db"));
            return copy;
        }

        await PostgresServer.StartAsync();
        return await CopyAsync(await PostgresTemplate.Value, Template);
    }

    /// <summary>Another one with what stands in this one, to which nobody is connected.</summary>
    public async Task<TestDatabase> CopyAsync()
    {
        if (_server is not null) return await CopyAsync(_server, Name);
        var copy = new TestDatabase(Kind, null);
        File.Copy(_directory.File("console.db"), copy._directory.File("console.db"));
        return copy;
    }

    /// <summary>One in which nothing has been migrated yet. On PostgreSQL it is not even there: the first start makes it.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(DatabaseKind kind) =>
        new(kind, kind == DatabaseKind.Sqlite ? null : await PostgresServer.StartAsync());

    /// <summary>A context on the tables alone, without what the console does at a save.</summary>
    public ConsoleDbContext CreateContext(params IInterceptor[] interceptors)
    {
        if (Kind == DatabaseKind.Sqlite)
        {
            var sqlite = Options<SqliteConsoleDbContext>();
            sqlite.UseConsoleSqlite($"{ConnectionString};Pooling=False").AddInterceptors(interceptors);
            return new SqliteConsoleDbContext(sqlite.Options);
        }

        var postgres = Options<PostgresConsoleDbContext>();
        postgres.UseNpgsql($"{ConnectionString};Pooling=False").AddInterceptors(interceptors);
        return new PostgresConsoleDbContext(postgres.Options);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is null)
        {
            using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
        }
        else
        {
            await using (var connection = new NpgsqlConnection(ConnectionString))
                NpgsqlConnection.ClearPool(connection);
            await _server.ExecuteAsync($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
        }
        _directory.Dispose();
    }

    private static async Task<TestDatabase> CopyAsync(PostgresServer server, string template)
    {
        var copy = new TestDatabase(DatabaseKind.PostgreSql, server);
        await OneCopyAtATime.WaitAsync();
        try
        {
            await server.ExecuteAsync($"CREATE DATABASE {copy.Name} TEMPLATE {template} {server.CopyingFiles}");
        }
        finally
        {
            OneCopyAtATime.Release();
        }

        return copy;
    }

    private static async Task<string> MakeSqliteTemplateAsync()
    {
        var file = Path.Combine(TestRun.Directory, "template.db");
        var options = Options<SqliteConsoleDbContext>();
        options.UseConsoleSqlite($"Data Source={file};Pooling=False");
        await MigrateAsync(new SqliteConsoleDbContext(options.Options));
        return file;
    }

    private static async Task<PostgresServer> MakePostgresTemplateAsync()
    {
        var server = await PostgresServer.StartAsync();
        await server.ExecuteAsync($"DROP DATABASE IF EXISTS {Template} WITH (FORCE)");
        await server.ExecuteAsync($"CREATE DATABASE {Template}");
        var connection = $"{server.ConnectionStringTo(Template)};Pooling=False";
        await MigrateAsync(new PostgresConsoleDbContext(Options<PostgresConsoleDbContext>().UseNpgsql(connection).Options));
        return server;
    }

    private static DbContextOptionsBuilder<TContext> Options<TContext>()
        where TContext : ConsoleDbContext =>
        new DbContextOptionsBuilder<TContext>().UseApplicationServiceProvider(DesignTimeServices.Provider);

    private static async Task MigrateAsync(ConsoleDbContext db)
    {
        await using (db)
        {
            await db.Database.MigrateAsync();
            await using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
            ShippedLibrary library = new(
                new LikeContext(db), services.GetRequiredService<IStringLocalizer<DocumentsText>>(),
                Microsoft.Extensions.Options.Options.Create(new HubOptions()), TimeProvider.System);
            await library.CompleteAsync(db, CancellationToken.None);
        }
    }

    /// <summary>Contexts like the one given.</summary>
    private sealed class LikeContext(ConsoleDbContext db) : IDbContextFactory<ConsoleDbContext>
    {
        public ConsoleDbContext CreateDbContext() =>
            (ConsoleDbContext)Activator.CreateInstance(db.GetType(), db.GetService<IDbContextOptions>())!;
    }
}
