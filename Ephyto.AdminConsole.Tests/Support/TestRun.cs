using Ephyto.AdminConsole.Tests.Support;

[assembly: AssemblyFixture(typeof(TestRun))]

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>Ends what one run shares: the browser and the database server, each started by the first test that asks.</summary>
public sealed class TestRun : IAsyncDisposable
{
    private static readonly Lazy<TemporaryDirectory> Shared = new(() => new TemporaryDirectory());

    /// <summary>For files the whole run shares.</summary>
    internal static string Directory => Shared.Value.Path;

    public async ValueTask DisposeAsync()
    {
        await Chromium.StopAsync();
        await PostgresServer.StopAsync();
        if (Shared.IsValueCreated)
            Shared.Value.Dispose();
    }
}
