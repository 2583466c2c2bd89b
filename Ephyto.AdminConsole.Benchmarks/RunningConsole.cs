using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Benchmarks;

/// <summary>The console in this process on a real loopback port, with demo data in a directory of its own.</summary>
internal sealed class RunningConsole : IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("ephyto-benchmarks-").FullName;
    private readonly Factory _factory;

    private RunningConsole(IReadOnlyDictionary<string, string?> settings) => _factory = new Factory(_directory, settings);

    public IServiceProvider Services => _factory.Services;

    public Uri Address { get; private set; } = null!;

    public static Task<RunningConsole> StartAsync(IReadOnlyDictionary<string, string?>? settings = null)
    {
        var console = new RunningConsole(settings ?? new Dictionary<string, string?>());
        console._factory.UseKestrel(0);
        console._factory.StartServer();
        console.Address = console._factory.ClientOptions.BaseAddress;
        return Task.FromResult(console);
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private sealed class Factory(string directory, IReadOnlyDictionary<string, string?> settings) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("Storage:DataDirectory", directory);
            builder.UseSetting("Logging:LogLevel:Default", "Error");
            builder.ConfigureServices(services => services.AddSingleton<IStartupFilter, Circuits.MeasuredRoute>());
            foreach (var (key, value) in settings) builder.UseSetting(key, value);
        }
    }
}
