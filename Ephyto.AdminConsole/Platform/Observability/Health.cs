using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Observability;

/// <summary>
/// What probes ask: <c>/health</c> (the process answers) and <c>/health/ready</c> (and can do its work), both JSON. To be ready
/// is to be able to write: a store that can only be read, or a full disk, refuses every act of every person.
/// </summary>
internal static partial class Health
{
    private const string Ready = "ready";

    private static readonly char[] Breaks = ['\r', '\n'];

    // Probes ask every few seconds and give up soon themselves (HealthCommand).
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        // A store that is down for an hour would fill the log with stacks: what matters is said here, in a line.
        services.Configure<LoggerFilterOptions>(log => log.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None));
        services.AddHealthChecks()
            .AddCheck<StoreCheck>("database", tags: [Ready], timeout: Patience)
            .AddCheck<DirectoryCheck>("data-directory", tags: [Ready], timeout: Patience);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        var reading = new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]);
        endpoints.MapHealthChecks("/health", new() { Predicate = _ => false, ResponseWriter = WriteAsync })
            .WithMetadata(new AnyHostAttribute(), reading).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync })
            .WithMetadata(new AnyHostAttribute(), reading).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext http, HealthReport report)
    {
        var log = http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Health));
        foreach (var (name, entry) in report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy))
            LogNotReady(log, name,
                string.Join(' ',
                    (entry.Exception?.Message ?? entry.Description ?? entry.Status.ToString()).Split(Breaks,
                        StringSplitOptions.RemoveEmptyEntries)));
        return http.Response.WriteAsJsonAsync(new
        {
            status = report.Status.ToString(),
            checks = report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status.ToString()),
        });
    }

    [LoggerMessage(LogLevel.Warning, "Not ready: {Check}: {Why}")]
    private static partial void LogNotReady(ILogger log, string check, string why);

    /// <summary>Writes the mark of the installation once more, as it is.</summary>
    private sealed class StoreCheck(IDbContextFactory<ConsoleDbContext> contexts) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await db.WaitOneSecondAsync(cancellationToken);
            var written = await db.Set<ProtectionMark>()
                .ExecuteUpdateAsync(set => set.SetProperty(mark => mark.Value, mark => mark.Value), cancellationToken);
            return written == 1
                ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The store lacks the mark that every start writes.");
        }
    }

    /// <summary>Writes a small file where keys and e-mails are kept, down to the disk, and removes it.</summary>
    private sealed class DirectoryCheck(IOptions<StorageOptions> storage) : IHealthCheck
    {
        private static readonly byte[] Bytes = new byte[4096];

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous };
            await using var file = new FileStream(storage.Value.PathOf($".ready-{Guid.NewGuid():N}"), options);
            await file.WriteAsync(Bytes, cancellationToken);
            file.Flush(flushToDisk: true);
            return HealthCheckResult.Healthy();
        }
    }
}
