using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>
/// The real console as a process of its own: a free loopback port, a data directory of its own, settings by environment
/// variables. It can be killed without warning and started again on the same data and address.
/// </summary>
internal sealed class ConsoleApp : IAsyncDisposable
{
    /// <summary>The slowest start or end that a busy machine is granted.</summary>
    public static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(180);

    private readonly TemporaryDirectory _directory = new();
    private readonly ConcurrentQueue<string> _output = new();
    private readonly Dictionary<string, string?> _environment;
    private Process? _process;

    private ConsoleApp(string environment, IReadOnlyDictionary<string, string?>? settings)
    {
        BaseAddress = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = BaseAddress };
        _environment = new Dictionary<string, string?>
        {
            ["ASPNETCORE_ENVIRONMENT"] = environment,
            ["DOTNET_ENVIRONMENT"] = environment,
            ["ASPNETCORE_URLS"] = BaseAddress.AbsoluteUri,
            ["ASPNETCORE_CONTENTROOT"] = Folder,
            ["Storage__DataDirectory"] = DataDirectory,
            ["Database__BusySeconds"] = "60",
            ["Hub__PublicAddress"] = BaseAddress.AbsoluteUri.TrimEnd('/'),
        };
        // What a page is told of an exception lies with what is kept of a failed test.
        _environment["ASPNETCORE_DETAILEDERRORS"] = "true";
        // A console that lives for seconds never earns back what it costs to find and compile its busiest code again.
        _environment["DOTNET_TieredPGO"] = "0";
        _environment["DOTNET_TC_CallCounting"] = "0";
        foreach (var (key, value) in settings ?? new Dictionary<string, string?>())
            _environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        PublicAddress = new Uri($"{_environment["Hub__PublicAddress"]!.TrimEnd('/')}/");
    }

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Where people open it, with a slash at its end: its e-mails lead there.</summary>
    public Uri PublicAddress { get; }

    public HttpClient Http { get; }

    public string DataDirectory => _directory.Path;

    /// <summary>What the console sent while no mail server was set.</summary>
    public Mailbox Mailbox => new(_directory.File("mail"));

    public IReadOnlyCollection<string> Output => _output;

    public bool IsRunning => _process is { HasExited: false };

    private static string Configuration =>
        Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!;

    private static string Folder => Repository.Path("Ephyto.AdminConsole", "bin", Configuration, "net10.0");

    /// <summary>Starts the app and waits until it is ready. Settings are written as in appsettings.json: <c>Smtp:Host</c>.</summary>
    public static async Task<ConsoleApp> StartAsync(IReadOnlyDictionary<string, string?>? settings = null,
        string environment = "Development")
    {
        var app = new ConsoleApp(environment, settings);
        try
        {
            await app.StartAgainAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>An app that is started later, perhaps several times on the same data.</summary>
    public static ConsoleApp Create(IReadOnlyDictionary<string, string?> settings) => new("Development", settings);

    /// <summary>Starts the app and does not wait for it.</summary>
    public static ConsoleApp Begin(IReadOnlyDictionary<string, string?>? settings = null, string environment = "Development",
        params string[] args)
    {
        var app = new ConsoleApp(environment, settings);
        app.Launch(args);
        return app;
    }

    public Task ReadyAsync() => Eventually.TrueAsync(IsReadyAsync, $"the console at {BaseAddress} to be ready", StartLimit);

    /// <summary>Runs the app where it is expected to refuse to start: its exit code and everything it said.</summary>
    public static async Task<(int ExitCode, string Output)> RunToEndAsync(IReadOnlyDictionary<string, string?> settings, string environment,
        params string[] args)
    {
        await using var app = Begin(settings, environment, args);
        return (await app.EndAsync(), app.Log);
    }

    /// <summary>Starts the app, which kills itself without warning at that moment.</summary>
    public async Task DieAsync(Death moment, params string[] args)
    {
        moment.Prepare(_environment);
        try
        {
            var code = await RunAsync(args);
            Assert.True(code == Death.ExitCode, $"The console did not die at {moment}, it ended with {code}.{Environment.NewLine}{Log}");
        }
        finally
        {
            Death.Forget(_environment);
        }
    }

    /// <summary>Runs the app with a command until it ends by itself: its exit code.</summary>
    public async Task<int> RunAsync(params string[] args)
    {
        Launch(args);
        return await EndAsync();
    }

    /// <summary>Waits until the app has ended by itself: its exit code.</summary>
    public async Task<int> EndAsync()
    {
        await Eventually.TrueAsync(() => !IsRunning, "the console to end by itself", StartLimit);
        await _process!.WaitForExitAsync();
        var code = _process.ExitCode;
        Kill();
        return code;
    }

    /// <summary>SIGKILL: what was not yet written is lost.</summary>
    public void Kill()
    {
        if (_process is not { } process)
            return;
        _process = null;
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        ChildProcesses.Free(process.Id);
        process.Dispose();
    }

    public Task StartAgainAsync()
    {
        Launch();
        return ReadyAsync();
    }

    /// <param name="path">Inside the console, such as <c>/nppo</c>; an address made whole stays as it is.</param>
    public string AddressOf(string path) => AddressOf(PublicAddress, path);

    /// <inheritdoc cref="AddressOf(string)"/>
    public static string AddressOf(Uri console, string path) =>
        path.StartsWith("http", StringComparison.Ordinal) ? path : new Uri(console, path.TrimStart('/')).AbsoluteUri;

    /// <summary>Waits for a line of the log that contains the words, and returns it.</summary>
    public Task<string> LineAsync(string words) =>
        Eventually.GetAsync(() => Task.FromResult(_output.FirstOrDefault(line => line.Contains(words, StringComparison.Ordinal))),
            $"\"{words}\" in the log of the console");

    public ValueTask DisposeAsync()
    {
        Kill();
        Http.Dispose();
        _directory.Dispose();
        return ValueTask.CompletedTask;
    }

    public string Log => string.Join(Environment.NewLine, _output);

    private void Launch(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Folder, "Ephyto.AdminConsole.dll"), .. args])
        {
            WorkingDirectory = DataDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (key, value) in _environment)
            start.Environment[key] = value;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.Start();
        ChildProcesses.Hold(_process.Id);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null)
            _output.Enqueue(line.Data);
    }

    private async Task<bool> IsReadyAsync()
    {
        if (!IsRunning)
            Assert.Fail($"The console ended while it started.{Environment.NewLine}{Log}");
        try
        {
            using var answer = await Http.GetAsync(new Uri("/health", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
