using Ephyto.AdminConsole.Data.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Data;

internal static class DataModule
{
    /// <summary>Registers the store: <c>IDbContextFactory&lt;ConsoleDbContext&gt;</c> for use cases, a scoped context for Identity.</summary>
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection(DatabaseOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        var provider = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>()?.Provider ?? DatabaseProvider.Sqlite;
        if (provider == DatabaseProvider.PostgreSql) services.AddConsoleDbContext<PostgresConsoleDbContext>(UsePostgres);
        else services.AddConsoleDbContext<SqliteConsoleDbContext>(UseSqlite);
        services.AddScoped(sp => sp.GetRequiredService<IDbContextFactory<ConsoleDbContext>>().CreateDbContext());
        services.AddSingleton<IStoreCompletion, SearchWordsOfOldRows>();
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }

    /// <summary>Creates or upgrades the tables. Two nodes may do so at once: the migrations take a lock.</summary>
    public static async Task MigrateDatabaseAsync(this IServiceProvider services, CancellationToken ct)
    {
        Directory.CreateDirectory(services.GetRequiredService<IOptions<StorageOptions>>().Value.PathOf(""));
        await using var db = await services.GetRequiredService<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync(ct);
        await db.Database.MigrateAsync(ct);
        foreach (var completion in services.GetServices<IStoreCompletion>()) await completion.CompleteAsync(db, ct);
    }

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
                (RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug), (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug),
                // To count the first thousand needs no order.
                (CoreEventId.RowLimitingOperationWithoutOrderByWarning, LogLevel.Debug)));
        });
        services.AddSingleton<IDbContextFactory<ConsoleDbContext>, FactoryAdapter<TContext>>();
    }

    private static void UseSqlite(IServiceProvider services, DbContextOptionsBuilder options)
    {
        var configured = services.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString;
        var file = services.GetRequiredService<IOptions<StorageOptions>>().Value.PathOf("console.db");
        options.UseSqlite(
            string.IsNullOrWhiteSpace(configured) ? $"Data Source={file}" : configured,
            sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));
        options.AddInterceptors(new SqlitePragmas());
    }

    private static void UsePostgres(IServiceProvider services, DbContextOptionsBuilder options) =>
        options.UseNpgsql(
            services.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString,
            postgres => postgres.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));

    private sealed class FactoryAdapter<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<ConsoleDbContext>
        where TContext : ConsoleDbContext
    {
        public ConsoleDbContext CreateDbContext() => inner.CreateDbContext();

        public async Task<ConsoleDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            await inner.CreateDbContextAsync(cancellationToken);
    }
}
