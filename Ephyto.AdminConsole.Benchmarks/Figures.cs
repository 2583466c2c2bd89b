using Ephyto.AdminConsole.Benchmarks.Circuits;

namespace Ephyto.AdminConsole.Benchmarks;

/// <summary>What is measured, never asserted. Run it in Release on a quiet machine.</summary>
internal static class Figures
{
    public static async Task Main(string[] args)
    {
        if (args is ["lists"])
        {
            await HubLists.MeasureAsync();
            return;
        }

        if (args is ["hub"])
        {
            await MeasureHubAsync();
            return;
        }

        if (args is ["desks"])
        {
            await MeasureDesksAsync();
            return;
        }

        if (args is ["sandbox", .. var rest])
        {
            await SandboxCalls.MeasureAsync(isPacedOnly: rest is ["paced"]);
            return;
        }

        if (args is [CircuitServer.Command])
        {
            await CircuitServer.RunAsync();
            return;
        }

        if (args is ["circuits"])
        {
            await OpenCircuits.MeasureAsync();
            return;
        }

        Console.WriteLine("| what | figure |");
        Console.WriteLine("|---|---|");
        SourceFiles.Measure();
        Documents.Measure();
        await using var console = await RunningConsole.StartAsync();
        await FirstPage.MeasureAsync(console);
        await PublicData.MeasureAsync(console);
        await LiveLatency.MeasureAsync(console);
        await LostAccess.MeasureAsync(console);
        await Upload.MeasureAsync(console);
        await ManyMembers.MeasureAsync(console);
        await MeasureDesksAsync();
        await MeasureStoresAsync();
        await OpenCircuits.MeasureAsync();
        await SandboxCalls.MeasureAsync();
    }

    private static async Task MeasureHubAsync()
    {
        Console.WriteLine("| what | figure |");
        Console.WriteLine("|---|---|");
        await MeasureDesksAsync();
        await MeasureStoresAsync();
    }

    private static async Task MeasureDesksAsync()
    {
        foreach (var store in await Store.MakeAsync())
        {
            await using var console = await RunningConsole.StartAsync(store.Settings);
            await OpenDesks.MeasureAsync(console, store.Name);
        }
    }

    private static async Task MeasureStoresAsync()
    {
        foreach (var store in await Store.MakeAsync())
        {
            await using var console = await RunningConsole.StartAsync(store.Settings);
            await DirectoryImport.MeasureAsync(console, store.Name);
        }

        await HubLists.MeasureAsync();
    }
}
