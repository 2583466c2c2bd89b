using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>
/// Base of tests on a real database. Each test has a console and a database of its own. To run a class on both
/// databases, make it abstract with the kind as its parameter and derive it twice:
/// <code>
/// public sealed class RegisterOnSqlite() : RegisterTests(DatabaseKind.Sqlite);
/// public sealed class RegisterOnPostgreSql() : RegisterTests(DatabaseKind.PostgreSql);
/// </code>
/// </summary>
public abstract class UseCaseTests(DatabaseKind kind) : IAsyncLifetime
{
    private ConsoleHost? _host;

    private protected ConsoleHost Host => _host ?? throw new InvalidOperationException("The console has not been started.");

    /// <summary>Settings on top of the defaults, as in appsettings.json.</summary>
    private protected virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

    /// <summary>What stands in the composition in place of a service.</summary>
    private protected virtual void Change(IServiceCollection services)
    {
    }

    public virtual async ValueTask InitializeAsync() => _host = await ConsoleHost.StartAsync(kind, Settings, Change);

    public virtual async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
