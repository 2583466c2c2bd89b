namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>
/// One running console for the tests of a class (<c>IClassFixture&lt;RunningConsole&gt;</c>): with the demo data of Development.
/// </summary>
public class RunningConsole : IAsyncLifetime
{
    private ConsoleApp? _app;
    private NginxServer? _nginx;

    internal ConsoleApp App => _app ?? throw new InvalidOperationException("The console has not been started.");

    /// <summary>Settings on top of the defaults, as in appsettings.json.</summary>
    private protected virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

    /// <summary>
    /// The file of <c>deploy/</c> for an nginx that ends TLS before this console, which then lives below a path; null for one at the root
    /// of its own address. Where there is no nginx, the journeys walk there too.
    /// </summary>
    private protected virtual string? Nginx => null;

    public async ValueTask InitializeAsync()
    {
        if (Nginx is not { } file || !NginxServer.IsThere) _app = await ConsoleApp.StartAsync(Settings);
        else _nginx = await NginxServer.StartAsync(file, StartBehindAsync);
    }

    public async ValueTask DisposeAsync()
    {
        if (_nginx is not null) await _nginx.DisposeAsync();
        if (_app is not null)
            await _app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task<Uri> StartBehindAsync(Uri address)
    {
        var settings = new Dictionary<string, string?>(Settings);
        foreach (var (key, value) in NginxServer.SettingsBehind(address)) settings[key] = value;
        _app = await ConsoleApp.StartAsync(settings);
        return _app.BaseAddress;
    }
}
