using System.Diagnostics;
using System.Globalization;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Audit.UseCases;
using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.AdminConsole.Features.Demo.Load;
using Ephyto.AdminConsole.Features.Hub.Desk.UseCases;
using Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;
using Ephyto.AdminConsole.Features.Outbox.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;
using Ephyto.AdminConsole.Field.Registrations;
using Ephyto.AdminConsole.Platform.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Benchmarks;

/// <summary>The lists of the desk with a hundredth of the load and with all of it, on each database.</summary>
internal static class HubLists
{
    private const int Rounds = 400;
    private const int Warm = 40;
    private const int Small = 100;

    public static async Task MeasureAsync()
    {
        Console.WriteLine($"| list, 95th percentile of {Rounds} rounds (ms) | a hundredth | full | times |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var (small, full) in (await Store.MakeAsync()).Zip(await Store.MakeAsync()))
        {
            await using var few = await SeededAsync(small, LoadPlan.Full.DividedBy(Small));
            await using var many = await SeededAsync(full, LoadPlan.Full);
            foreach (var ((what, look), (_, lookAtMany)) in (await LooksAsync(few)).Zip(await LooksAsync(many)))
            {
                var (hundredth, whole) = await PercentilesAsync(look, lookAtMany);
                Console.WriteLine(
                    string.Create(CultureInfo.InvariantCulture,
                        $"| {full.Name}, {what} | {hundredth:0.0} | {whole:0.0} | {whole / hundredth:0.00} |"));
            }

            await VerifyAsync(many, full);
        }
    }

    private static async Task<RunningConsole> SeededAsync(Store store, LoadPlan plan)
    {
        var console = await RunningConsole.StartAsync(store.Settings);
        var watch = Stopwatch.StartNew();
        await console.Get<LoadSeeder>().SeedAsync(plan, default);
        await Console.Error.WriteLineAsync($"{store.Name}: {plan} in {watch.Elapsed.TotalSeconds:0.0} s");
        return console;
    }

    private static async Task<List<(string What, Func<Task> Look)>> LooksAsync(RunningConsole console)
    {
        var reader = await console.AppointHubReaderAsync();
        return [.. Looks(console, reader, await SomethingAsync(console))];
    }

    private static async Task VerifyAsync(RunningConsole console, Store store)
    {
        var watch = Stopwatch.StartNew();
        var verdict = await console.Get<AuditVerification>().RunAsync(null, null, default);
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
                $"| {store.Name}, verify {verdict.Entries:N0} audit entries (s); holds | {watch.Elapsed.TotalSeconds:0.0} | "
                    + $"{verdict.Break is null} | |"));
    }

    private static async Task<Something> SomethingAsync(RunningConsole console)
    {
        await using var db = await console.Get<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync();
        var member = await db.Set<Member>().Where(m => m.Status == MemberStatus.Active).OrderByDescending(m => m.Email).FirstAsync();
        var registration = await db.Set<Registration>().AsNoTracking().OrderByDescending(r => r.SubmittedAt).FirstAsync();
        return new(member.NppoId, member.UserId!.Value, registration.Id, registration.Representative.Email);
    }

    private static IEnumerable<(string What, Func<Task> Look)> Looks(RunningConsole console, Actor reader, Something something)
    {
        var (nppo, person, registration, address) = something;
        var registrations = console.Get<ListRegistrations>();
        yield return ("registrations, first page", () => registrations.HandleAsync(new(null, null, false, 1), reader, default));
        yield return ("registrations, by state",
            () => registrations.HandleAsync(new(null, RegistrationStatus.Declined, false, 1), reader, default));
        yield return ("registrations, by region",
            () => registrations.HandleAsync(new(null, null, false, 1, Region: "Africa"), reader, default));
        yield return ("registrations, by language",
            () => registrations.HandleAsync(new(null, null, false, 1, Language: "fr"), reader, default));
        yield return ("registrations, by age and sorted",
            () => registrations.HandleAsync(new(null, null, false, 1, Age: RegistrationAge.OverOneMonth, Sort: "-reference"),
                reader, default));
        yield return ("registrations, search by a country's name",
            () => registrations.HandleAsync(new("Kenya", null, false, 1), reader, default));
        yield return ("registrations, search for words of every one",
            () => registrations.HandleAsync(new("plant health", null, false, 1), reader, default));
        yield return ("registrations, search", () => registrations.HandleAsync(new("family77", null, false, 1), reader, default));
        var nppos = console.Get<ListNppos>();
        yield return ("NPPOs, first page", () => nppos.HandleAsync(new(null, null, 1), reader, default));
        yield return ("NPPOs, by state", () => nppos.HandleAsync(new(null, NppoStatus.Onboarding, 1), reader, default));
        yield return ("NPPOs, sorted by administrators",
            () => nppos.HandleAsync(new(null, null, 1, Sort: "-administrators"), reader, default));
        yield return ("NPPOs, sorted by last sign-in", () => nppos.HandleAsync(new(null, null, 1, Sort: "-signin"), reader, default));
        var contacts = console.Get<ListContactPoints>();
        yield return ("contact points, first page", () => contacts.HandleAsync(new(null, null, false, 1), reader, default));
        yield return ("contact points, by kind",
            () => contacts.HandleAsync(new(null, ContactPointKind.OfficialContactPoint, false, 1), reader, default));
        yield return ("contact points, sorted by family name",
            () => contacts.HandleAsync(new(null, null, false, 1, Sort: "contact"), reader, default));
        var emails = console.Get<ListEmails>();
        yield return ("mails, first page", () => emails.HandleAsync(new(null, null, null, 1), reader, default));
        yield return ("mails, by state", () => emails.HandleAsync(new(null, EmailState.Failed, null, 1), reader, default));
        yield return ("mails, by kind", () => emails.HandleAsync(new(null, null, "registration.received", 1), reader, default));
        yield return ("mails, search for words of every mail",
            () => emails.HandleAsync(new("plant health", null, null, 1), reader, default));
        yield return ("mails, search for a name", () => emails.HandleAsync(new(address, null, null, 1), reader, default));
        yield return ("mails, search, some hundred hits in the full load",
            () => emails.HandleAsync(new("load-77", null, null, 1), reader, default));
        var audit = console.Get<ListAudit>();
        yield return ("audit, first page", () => audit.HandleAsync(new(new()), reader, default));
        yield return ("audit, the oldest first", () => audit.HandleAsync(new(new(), Sort: ListAudit.OldestFirst), reader, default));
        yield return ("audit, by NPPO, the oldest first",
            () => audit.HandleAsync(new(new(NppoId: nppo), Sort: ListAudit.OldestFirst), reader, default));
        yield return ("audit, by NPPO", () => audit.HandleAsync(new(new(NppoId: nppo)), reader, default));
        yield return ("audit, by person", () => audit.HandleAsync(new(new(PersonId: person)), reader, default));
        yield return ("audit, by kind", () => audit.HandleAsync(new(new(Code: "registration.confirmed")), reader, default));
        yield return ("audit, by date",
            () => audit.HandleAsync(new(new(Since: DateTime.UtcNow.AddDays(-30), Before: DateTime.UtcNow.AddDays(-10))), reader, default));
        yield return ("audit, by NPPO and date",
            () => audit.HandleAsync(new(new(NppoId: nppo, Since: DateTime.UtcNow.AddDays(-30), Before: DateTime.UtcNow.AddDays(-10))),
                reader, default));
        yield return ("audit, about a registration",
            () => audit.HandleAsync(new(new(About: new(SubjectKinds.Registration, registration))), reader, default));
        var desk = console.Get<ViewDesk>();
        yield return ("desk", () => desk.HandleAsync(reader, default));
    }

    // In turns: whatever else the machine and the collector do at a moment weighs on both alike.
    private static async Task<(double Few, double Many)> PercentilesAsync(Func<Task> few, Func<Task> many)
    {
        List<double> timesOfFew = [], timesOfMany = [];
        for (var round = -Warm; round < Rounds; round++)
        {
            var (first, second) = (await TimeAsync(few), await TimeAsync(many));
            if (round < 0) continue;
            timesOfFew.Add(first);
            timesOfMany.Add(second);
        }

        return (PercentileOf(timesOfFew), PercentileOf(timesOfMany));
    }

    private static async Task<double> TimeAsync(Func<Task> look)
    {
        var watch = Stopwatch.StartNew();
        await look();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double PercentileOf(List<double> times)
    {
        times.Sort();
        return times[times.Count * 95 / 100];
    }

    /// <summary>What is asked about, of a store's own load.</summary>
    private sealed record Something(Guid Nppo, Guid Person, Guid Registration, string Address);
}
