using Ephyto.AdminConsole.Tests.Support;

[assembly: AssemblyFixture(typeof(TestRun))]
[assembly: TestCollectionOrderer(typeof(LongestFirst))]
// What the console prints while tests run belongs to the test: it is shown where one fails, and nowhere else.
[assembly: CaptureConsole]

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>Ends what one run shares: the browser and the database server, each started by the first test that asks.</summary>
public sealed class TestRun : IAsyncDisposable
{
    private static readonly Lazy<TemporaryDirectory> Shared = new(() => new TemporaryDirectory());

    public TestRun() => Patience.Lend();

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
