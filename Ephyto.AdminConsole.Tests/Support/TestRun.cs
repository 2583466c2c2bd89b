using Ephyto.AdminConsole.Tests.Support;

[assembly: AssemblyFixture(typeof(TestRun))]

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>Ends what one run shares: the browser and the database server, each started by the first test that asks.</summary>
public sealed class TestRun : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Chromium.StopAsync();
        await PostgresServer.StopAsync();
    }
}
