using System.Diagnostics;
using System.Globalization;
using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Benchmarks.Circuits;

/// <summary>The console in a process of its own, so that what its circuits weigh is not mixed with what the readers weigh.</summary>
internal static class CircuitServer
{
    public const string Command = "circuit-server";
    public const string Mark = "circuit-server: ";
    private const int Rows = 30;

    public static async Task RunAsync()
    {
        await using var console = await RunningConsole.StartAsync();
        await AddRegistrationsAsync(console);
        Console.WriteLine($"{Mark}{console.Address} {await console.SignInHubReaderAsync()}");
        while (await Console.In.ReadLineAsync() is not null) Console.WriteLine(Mark + Measure());
    }

    private static string Measure()
    {
        // Before the collections, which are no work of the circuits.
        using var own = Process.GetCurrentProcess();
        var before = own.TotalProcessorTime;
        for (var round = 0; round < 3; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        var heap = GC.GetTotalMemory(forceFullCollection: true);
        own.Refresh();
        return string.Create(CultureInfo.InvariantCulture, $"{heap} {before.TotalMilliseconds} {own.TotalProcessorTime.TotalMilliseconds}");
    }

    private static async Task AddRegistrationsAsync(RunningConsole console)
    {
        await using var db = await console.Get<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync();
        for (var number = 0; number < Rows; number++)
        {
            db.Add(Registration.Submit(
                "TO", new OrganizationDetails($"Plant Protection Service {number}", $"Plant Protection Service {number}", "Capital", "",
                    ExchangeSystem.GeNS),
                new Representative("", "Given", "Family", "Head", $"measured.{number}@example.org", "", "en"),
                console.Get<RegistrationPolicy>(), DateTime.UtcNow));
        }

        await db.SaveChangesAsync();
    }
}
