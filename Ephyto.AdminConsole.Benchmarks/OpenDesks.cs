using System.Diagnostics;
using System.Globalization;
using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Benchmarks;

/// <summary>From the commit of one change to its text on two hundred open desks; server and pages share this machine.</summary>
internal static class OpenDesks
{
    private const int Desks = 200;
    private const int Rounds = 20;

    // The first change compiles what the next ones run: its round is told on a line of its own.
    private static readonly string[] Countries =
        ["WS", "AD", "AG", "BB", "BZ", "DM", "TO", "GD", "KI", "NR", "TV", "LC", "VC", "KN", "PW", "FM", "MH", "SC", "ST", "MC", "SM"];

    public static async Task MeasureAsync(RunningConsole console, string store)
    {
        var cookie = await console.SignInHubReaderAsync();
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        List<Circuit> desks = [];
        try
        {
            for (var number = 0; number < Desks; number++) desks.Add(await Circuit.OpenAsync(http, console.Address, "/hub", cookie));
            List<double> last = [], median = [];
            foreach (var country in Countries.Take(Rounds + 1))
            {
                await Task.Delay(TimeSpan.FromSeconds(2));
                var times = await OneRoundAsync(console, desks, country);
                times.Sort();
                median.Add(times[times.Count / 2]);
                last.Add(times[^1]);
            }

            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture,
                    $"| {store}, first change after the start to {Desks} open desks: median desk, last desk (ms) | {median[0]:0}, "
                        + $"{last[0]:0} |"));
            median.RemoveAt(0);
            last.RemoveAt(0);
            last.Sort();
            median.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {store}, one change to {Desks} open desks, {Rounds} rounds: median desk, last desk (median of the rounds), last desk "
                    + $"(worst round) (ms) | {median[Rounds / 2]:0}, {last[Rounds / 2]:0}, {last[^1]:0} |"));
        }
        finally
        {
            foreach (var desk in desks) await desk.DisposeAsync();
        }
    }

    private static async Task<List<double>> OneRoundAsync(RunningConsole console, List<Circuit> desks, string country)
    {
        var registration = Registration.Submit(
            country, new OrganizationDetails("Plant Protection Service", "Plant Protection Service", "Capital", "", ExchangeSystem.GeNS),
            new Representative("", "Given", "Family", "Head", $"desk.{country}@example.org".ToLowerInvariant(), "", "en"),
            console.Get<RegistrationPolicy>(), DateTime.UtcNow);
        registration.VerifyEmail(null, console.Get<RegistrationPolicy>(), DateTime.UtcNow);
        var seen = desks.Select(desk => desk.SeeAsync(registration.Reference)).ToList();
        await using var db = await console.Get<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync();
        db.Add(registration);
        await db.SaveChangesAsync();
        var committed = Stopwatch.GetTimestamp();
        var arrived = await Task.WhenAll(seen).WaitAsync(TimeSpan.FromSeconds(30));
        return [.. arrived.Select(moment => Math.Max(0, Stopwatch.GetElapsedTime(committed, moment).TotalMilliseconds))];
    }
}
