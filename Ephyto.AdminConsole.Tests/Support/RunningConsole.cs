namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>One running console for the tests of a class (<c>IClassFixture&lt;RunningConsole&gt;</c>): with the demo data of Development.</summary>
public class RunningConsole : IAsyncLifetime
{
    private ConsoleApp? _app;

    internal ConsoleApp App => _app ?? throw new InvalidOperationException("The console has not been started.");

    /// <summary>Settings on top of the defaults, as in appsettings.json.</summary>
    private protected virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

    public async ValueTask InitializeAsync() => _app = await ConsoleApp.StartAsync(Settings);

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
