using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Start;

/// <summary>Runs the program so that a start that fails ends with one sentence and exit code 1, not with a stack.</summary>
internal static class ConsoleStart
{
    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";
    private const string LifetimeCategory = "Microsoft.Hosting.Lifetime";
    private static volatile bool _isStarting;
    private static volatile bool _hasFailed;

    /// <param name="args">Of the program.</param>
    /// <param name="run">Everything that it does.</param>
    public static async Task<int> RunAsync(string[] args, Func<string[], Task<int>> run)
    {
        // Hosted by somebody else (a test, the tools of Entity Framework), the exception belongs to the host.
        if (System.Reflection.Assembly.GetEntryAssembly() != typeof(ConsoleStart).Assembly) return await run(args);
        try
        {
            _isStarting = true;
            return await run(args);
        }
        catch (Exception failed) when (_isStarting && failed is not HostAbortedException)
        {
            await Console.Error.WriteLineAsync($"The console did not start. {StartFailures.SentenceOf(failed)}");
            return 1;
        }
    }

    /// <summary>
    /// The host logs why it did not start with a stack of its own, and that it ends; what it says later is not of that kind.
    /// </summary>
    public static IServiceCollection AddConsoleStart(this IServiceCollection services) => !_isStarting ? services
        : services.PostConfigure<LoggerFilterOptions>(options =>
        {
            Silence(options, HostCategory, () => _isStarting);
            Silence(options, LifetimeCategory, () => _hasFailed);
        });

    /// <summary>A wrong setting is told before anything asks for it.</summary>
    public static WebApplication BuildWithCheckedSettings(this WebApplicationBuilder builder)
    {
        var app = builder.Build();
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        return app;
    }

    /// <summary>Serves pages until the process is asked to end.</summary>
    public static async Task<int> ServeAsync(this WebApplication app)
    {
        await using (app)
        {
            try
            {
                await app.StartAsync();
            }
            catch
            {
                _hasFailed = true;
                throw;
            }

            _isStarting = false;
            await app.WaitForShutdownAsync();
            return 0;
        }
    }

    /// <summary>Keeps the level that the settings say.</summary>
    private static void Silence(LoggerFilterOptions options, string category, Func<bool> isSilent)
    {
        var said = options.Rules.Where(rule => rule.ProviderName is null
            && category.StartsWith(rule.CategoryName ?? "", StringComparison.OrdinalIgnoreCase))
            .MaxBy(rule => rule.CategoryName?.Length ?? 0);
        options.Rules.Add(new(null, category, said?.LogLevel ?? options.MinLevel, (_, _, _) => !isSilent()));
    }
}
