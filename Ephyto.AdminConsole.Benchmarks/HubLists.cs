using System.Diagnostics;
using System.Globalization;
using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.AdminConsole.Features.Demo.Load;
using Ephyto.AdminConsole.Features.Hub.UseCases;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Benchmarks;

/// <summary>The lists of the desk with a hundredth of the load and with all of it, on each database.</summary>
internal static class HubLists
{
    private const int Rounds = 200;
    private const int Small = 100;

    public static async Task MeasureAsync()
    {
        Console.WriteLine("| list, 95th percentile of 200 rounds (ms) | a hundredth | full | times |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var (small, full) in (await Store.MakeAsync()).Zip(await Store.MakeAsync()))
        {
            var few = await TimesAsync(small, LoadPlan.Full.DividedBy(Small));
            var many = await TimesAsync(full, LoadPlan.Full);
            foreach (var (what, time) in few)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {small.Name}, {what} | {time:0.0} | {many[what]:0.0} | {many[what] / time:0.00} |"));
        }
    }

    private static async Task<Dictionary<string, double>> TimesAsync(Store store, LoadPlan plan)
    {
        await using var console = await RunningConsole.StartAsync(store.Settings);
        var watch = Stopwatch.StartNew();
        await console.Get<LoadSeeder>().SeedAsync(plan, default);
        await Console.Error.WriteLineAsync($"{store.Name}: {plan} in {watch.Elapsed.TotalSeconds:0.0} s");
        var reader = await console.AppointHubReaderAsync();
        Dictionary<string, double> times = [];
        foreach (var (what, look) in Looks(console, reader)) times[what] = await PercentileAsync(look);
        return times;
    }

    private static IEnumerable<(string What, Func<Task> Look)> Looks(RunningConsole console, Actor reader)
    {
        var registrations = console.Get<ListRegistrations>();
        yield return ("registrations, first page", () => registrations.HandleAsync(new(null, null, false, 1), reader, default));
        yield return ("registrations, by state", () => registrations.HandleAsync(new(null, RegistrationStatus.Declined, false, 1), reader, default));
        yield return ("registrations, by region", () => registrations.HandleAsync(new(null, null, false, 1, Region: "Africa"), reader, default));
        yield return ("registrations, by language", () => registrations.HandleAsync(new(null, null, false, 1, Language: "fr"), reader, default));
        yield return ("registrations, by age and sorted", () => registrations.HandleAsync(new(null, null, false, 1, Age: RegistrationAge.OverOneMonth, Sort: RegistrationSort.Reference), reader, default));
        yield return ("registrations, search", () => registrations.HandleAsync(new("family77", null, false, 1), reader, default));
        var nppos = console.Get<ListNppos>();
        yield return ("NPPOs, first page", () => nppos.HandleAsync(new(null, null, 1), reader, default));
        yield return ("NPPOs, by state", () => nppos.HandleAsync(new(null, NppoStatus.Onboarding, 1), reader, default));
        var contacts = console.Get<ListContactPoints>();
        yield return ("contact points, first page", () => contacts.HandleAsync(new(null, null, false, 1), reader, default));
        yield return ("contact points, by kind", () => contacts.HandleAsync(new(null, ContactPointKind.OfficialContactPoint, false, 1), reader, default));
        var desk = console.Get<ViewDesk>();
        yield return ("desk", () => desk.HandleAsync(reader, default));
    }

    private static async Task<double> PercentileAsync(Func<Task> look)
    {
        for (var warm = 0; warm < 20; warm++) await look();
        List<double> times = [];
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await look();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return times[Rounds * 95 / 100];
    }
}
