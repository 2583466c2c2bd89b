using System.Net;
using System.Text;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Start;
using Ephyto.AdminConsole.Features.Sandbox.Server;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Emails;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>
/// The console as <c>Program</c> composes it, in this process, on a database of its own: the clock is the test's, e-mails
/// are kept instead of sent, and nothing works in the background, so that a test alone says what happens and when.
/// </summary>
internal sealed class ConsoleHost : IAsyncDisposable
{
    private static readonly Uri Local = new("https://localhost");
    private readonly TestDatabase _database;
    private bool _sharesDatabase;
    private readonly Factory _factory;

    private ConsoleHost(TestDatabase database, IReadOnlyDictionary<string, string?>? settings, Action<IServiceCollection>? change)
    {
        _database = database;
        _factory = new Factory(this, settings ?? new Dictionary<string, string?>(), change);
    }

    /// <summary>Where it listens; null unless it listens on a socket.</summary>
    public Uri? Address { get; private set; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public KeptEmails Emails { get; } = new();

    /// <summary>What it says; nobody else hears it.</summary>
    public KeptLog Log { get; } = new();

    public IServiceProvider Services => _factory.Services;

    public string DataDirectory => _database.DataDirectory;

    public static async Task<ConsoleHost> StartAsync(
        DatabaseKind kind = DatabaseKind.Sqlite, IReadOnlyDictionary<string, string?>? settings = null,
        Action<IServiceCollection>? change = null)
    {
        var host = new ConsoleHost(await TestDatabase.CreateAsync(kind), settings, change);
        _ = host.Services;
        return host;
    }

    /// <summary>The same behind the real server, on a loopback port: what a client sends arrives as it was written.</summary>
    public static async Task<ConsoleHost> ListenAsync(
        IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? change = null,
        Action<KestrelServerOptions>? listen = null)
    {
        var host = new ConsoleHost(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), settings, change);
        if (listen is null) host._factory.UseKestrel(0);
        else host._factory.UseKestrel(listen);
        host._factory.StartServer();
        host.Address = host._factory.ClientOptions.BaseAddress;
        return host;
    }

    /// <summary>One of several nodes on a database that outlives them.</summary>
    public static async Task<ConsoleHost> StartOnAsync(TestDatabase database, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var host = new ConsoleHost(database, settings, null) { _sharesDatabase = true };
        await Task.Run(() => host.Services);
        return host;
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>How addresses reach a console whose public address has a path.</summary>
    public ProxyPath Proxy { get; set; }

    /// <summary>A client that keeps cookies and follows no redirect.</summary>
    public HttpClient CreateClient() =>
        Get<IOptions<HubOptions>>().Value.BasePath is { HasValue: true } path
            ? _factory.CreateDefaultClient(Local, Proxies.Before(path, Proxy))
            : CreateClientBehindNothing();

    /// <summary>The same of a console without a path, with cookies that are there already.</summary>
    public HttpClient CreateClient(CookieContainer cookies) => _factory.CreateDefaultClient(Local, new CookieContainerHandler(cookies));

    /// <summary>The same without what a proxy does to addresses.</summary>
    public HttpClient CreateClientBehindNothing() => Address is not null
        ? new HttpClient(
            new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false,
                RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 }) { BaseAddress = Address }
        : _factory.CreateClient(
            new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = Local });

    /// <summary>Calls a handler, or any other service, in a scope of its own, as a page would.</summary>
    public async Task<TResult> CallAsync<TService, TResult>(Func<TService, Task<TResult>> call)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task CallAsync<TService>(Func<TService, Task> call)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await call(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Reads or prepares the store with a context of its own.</summary>
    public async Task<T> StoreAsync<T>(Func<ConsoleDbContext, Task<T>> work)
    {
        await using var db = await Get<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync();
        return await work(db);
    }

    /// <summary>Adds the entities and saves them, through the event pipeline like every save.</summary>
    public Task AddAsync(params object[] entities) => StoreAsync(db =>
    {
        db.AddRange(entities);
        return db.SaveChangesAsync();
    });

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        if (!_sharesDatabase) await _database.DisposeAsync();
    }

    private sealed class Factory(ConsoleHost owner, IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? change)
        : WebApplicationFactory<Program>
    {
        // The same in every console: read from the lists once.
        private static readonly CountryCatalogue Countries = new();
        private static readonly KeyPairs Keys = new SharedKeys.Pairs();

        /// <summary>
        /// In Development each start asks of every service whether it can be made. The consoles that run as a process of their own do, and
        /// need not be asked thousands of times more.
        /// </summary>
        protected override IHost CreateHost(IHostBuilder builder) => base.CreateHost(
            builder.UseDefaultServiceProvider(options => (options.ValidateScopes, options.ValidateOnBuild) = (true, false)));

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(Environments.Development);
            // Nobody changes the settings while a test runs; to be told of it, every folder of the project would be watched.
            builder.UseSetting("hostBuilder:reloadConfigOnChange", "false");
            builder.UseSetting("Demo:Enabled", "false");
            foreach (var category in (string[])["Default", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore"])
                builder.UseSetting($"Logging:LogLevel:{category}", "Error");
            foreach (var (key, value) in owner._database.Settings.Concat(settings))
                builder.UseSetting(key, value);
            builder.ConfigureServices(services =>
            {
                services.RemoveAll<ILoggerProvider>().AddSingleton<ILoggerProvider>(owner.Log);
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(owner.Time));
                services.Replace(ServiceDescriptor.Singleton<IEmailTransport>(owner.Emails));
                // Hundreds of accounts are made in a run: their passwords need not withstand anybody.
                services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
                services.Replace(ServiceDescriptor.Singleton(Countries)).Replace(ServiceDescriptor.Singleton(Keys));
                services.Replace(ServiceDescriptor.Singleton<IStoreOwner, Guest>());
                NoCircuits.Register(services);
                foreach (var worker in services.Where(IsBackgroundWorker).ToList())
                    services.Remove(worker);
                change?.Invoke(services);
            });
        }

        /// <summary>What the console does by itself as time goes by; the live feed between nodes is not of that kind.</summary>
        private static bool IsBackgroundWorker(ServiceDescriptor service)
        {
            if (service.ServiceType != typeof(IHostedService) || service.IsKeyedService)
                return false;
            var type = service.ImplementationType ?? service.ImplementationFactory?.GetType().GenericTypeArguments[1];
            return type?.Assembly == typeof(Program).Assembly && type.Namespace?.EndsWith(".Live", StringComparison.Ordinal) is false;
        }
    }

    /// <summary>Beside the running console that owns the store, and beside its like.</summary>
    private sealed class Guest : IStoreOwner
    {
        public void Take(ConsoleDbContext db)
        {
        }
    }
}
