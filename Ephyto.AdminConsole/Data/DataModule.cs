using Ephyto.AdminConsole.Data.Search;
using Ephyto.AdminConsole.Data.Start;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ephyto.AdminConsole.Data;

internal static class DataModule
{
    private const int LongestPauseSeconds = 60;

    /// <summary>
    /// Registers the store: <c>IDbContextFactory&lt;ConsoleDbContext&gt;</c> for use cases, a scoped context for Identity.
    /// </summary>
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection(DatabaseOptions.Section)).ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateDataAnnotations()
            .ValidateOnStart();
        var provider = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>()?.Provider ?? DatabaseProvider.Sqlite;
        if (provider == DatabaseProvider.PostgreSql) services.AddConsoleDbContext<PostgresConsoleDbContext>(UsePostgres);
        else services.AddConsoleDbContext<SqliteConsoleDbContext>(UseSqlite);
        services.AddScoped(sp => sp.GetRequiredService<IDbContextFactory<ConsoleDbContext>>().CreateDbContext());
        // The tables of Identity depend on it, and the model is made once in a process by whoever comes first, a command without accounts
        // too.
        services.Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        services.AddSingleton<IStoreOwner, StoreOwner>().AddSingleton<StoreLock>().AddSingleton<StorePreparation>()
            .AddSingleton<IStoreCompletion, AddressesOfOldRows>();
        // After the addresses, whose words they are.
        services.AddSingleton<SearchWordsOfOldRows>().AddSingleton<IStoreCompletion>(sp => sp.GetRequiredService<SearchWordsOfOldRows>());
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }

    /// <summary>
    /// Creates or upgrades the tables and fills in what the store lacks. Several nodes may start at once: they take turns.
    /// </summary>
    public static Task PrepareStoreAsync(this IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<StorePreparation>().RunAsync(ct);

    /// <summary>SQLite as the console uses it.</summary>
    public static DbContextOptionsBuilder UseConsoleSqlite(
        this DbContextOptionsBuilder options, string connectionString, int busySeconds = DatabaseOptions.UsualBusySeconds) => options
        .UseSqlite(
            // Not how long a command may run: how long its provider asks again while the file is locked, after SQLite itself has waited.
            new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = busySeconds }.ToString(),
            sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery).CommandTimeout(busySeconds))
        .ReplaceService<IMigrationsSqlGenerator, WholeSqliteMigrations>()
        .AddInterceptors(new SqlitePragmas(busySeconds));

    private static void AddConsoleDbContext<TContext>(
        this IServiceCollection services, Action<IServiceProvider, DbContextOptionsBuilder> configure)
        where TContext : ConsoleDbContext
    {
        services.AddDbContextFactory<TContext>((sp, options) =>
        {
            configure(sp, options);
            options.AddInterceptors(sp.GetServices<IInterceptor>());
            // A lost race (unique index, version) is an expected refusal; whoever does not expect it logs the exception.
            options.ConfigureWarnings(warnings => warnings.Log(
                (RelationalEventId.CommandError, LogLevel.Debug), (RelationalEventId.ConnectionError, LogLevel.Debug),
                (CoreEventId.SaveChangesFailed, LogLevel.Debug), (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug),
                // So is a store that others keep locked, and an entry of the audit trail that somebody has made unreadable.
                (CoreEventId.QueryIterationFailed, LogLevel.Debug), (RelationalEventId.NonQueryOperationFailed, LogLevel.Debug),
                (RelationalEventId.ExecuteUpdateFailed, LogLevel.Debug), (RelationalEventId.ExecuteDeleteFailed, LogLevel.Debug),
                // To count the first thousand needs no order.
                (CoreEventId.RowLimitingOperationWithoutOrderByWarning, LogLevel.Debug)));
        });
        services.AddSingleton<IDbContextFactory<ConsoleDbContext>, FactoryAdapter<TContext>>();
    }

    private static void UseSqlite(IServiceProvider services, DbContextOptionsBuilder options)
    {
        var database = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        var file = services.GetRequiredService<IOptions<StorageOptions>>().Value.PathOf("console.db");
        options.UseConsoleSqlite(string.IsNullOrWhiteSpace(database.ConnectionString) ? $"Data Source={file}" : database.ConnectionString,
            database.BusySeconds);
    }

    private static void UsePostgres(IServiceProvider services, DbContextOptionsBuilder options)
    {
        var database = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        // How long it waits for others, and how long others may have to wait for a session of this console that hangs.
        foreach (var (name, seconds) in new[] { ("lock_timeout", database.BusySeconds),
            ("idle_in_transaction_session_timeout", LongestPauseSeconds) })
        {
            if (connection.Options?.Contains(name, StringComparison.Ordinal) is not true)
                connection.Options = $"{connection.Options} -c {name}={seconds}s".Trim();
        }

        options.UseNpgsql(connection.ToString(), postgres => postgres.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));
    }

    private sealed class FactoryAdapter<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<ConsoleDbContext>
        where TContext : ConsoleDbContext
    {
        public ConsoleDbContext CreateDbContext() => inner.CreateDbContext();

        public async Task<ConsoleDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            await inner.CreateDbContextAsync(cancellationToken);
    }
}
