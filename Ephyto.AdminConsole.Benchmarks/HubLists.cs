using System.Diagnostics;
using System.Globalization;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Audit.UseCases;
using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.AdminConsole.Features.Demo.Load;
using Ephyto.AdminConsole.Features.Hub.UseCases;
using Ephyto.AdminConsole.Features.Outbox.UseCases;
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
        var (nppo, person, registration) = await SomethingAsync(console);
        foreach (var (what, look) in Looks(console, reader, nppo, person, registration)) times[what] = await PercentileAsync(look);
        if (plan == LoadPlan.Full) await VerifyAsync(console, store);
        return times;
    }

    private static async Task VerifyAsync(RunningConsole console, Store store)
    {
        var watch = Stopwatch.StartNew();
        var verdict = await console.Get<AuditVerification>().RunAsync(null, null, default);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {store.Name}, verify {verdict.Entries:N0} audit entries (s); holds | {watch.Elapsed.TotalSeconds:0.0} | {verdict.Break is null} | |"));
    }

    private static async Task<(Guid Nppo, Guid Person, Guid Registration)> SomethingAsync(RunningConsole console)
    {
        await using var db = await console.Get<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync();
        var member = await db.Set<Member>().Where(m => m.Status == MemberStatus.Active).OrderByDescending(m => m.Email).FirstAsync();
        return (member.NppoId, member.UserId!.Value, await db.Set<Registration>().OrderByDescending(r => r.SubmittedAt).Select(r => r.Id).FirstAsync());
    }

    private static IEnumerable<(string What, Func<Task> Look)> Looks(RunningConsole console, Actor reader, Guid nppo, Guid person, Guid registration)
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
        var mails = console.Get<ListMails>();
        yield return ("mails, first page", () => mails.HandleAsync(new(null, null, null, 1), reader, default));
        yield return ("mails, by state", () => mails.HandleAsync(new(null, EmailState.Failed, null, 1), reader, default));
        yield return ("mails, by kind", () => mails.HandleAsync(new(null, null, "registration.received", 1), reader, default));
        yield return ("mails, search", () => mails.HandleAsync(new("load-77", null, null, 1), reader, default));
        var audit = console.Get<ListAudit>();
        yield return ("audit, first page", () => audit.HandleAsync(new(new()), reader, default));
        yield return ("audit, by NPPO", () => audit.HandleAsync(new(new(NppoId: nppo)), reader, default));
        yield return ("audit, by person", () => audit.HandleAsync(new(new(PersonId: person)), reader, default));
        yield return ("audit, by kind", () => audit.HandleAsync(new(new(Code: "registration.confirmed")), reader, default));
        yield return ("audit, by date", () => audit.HandleAsync(new(new(Since: DateTime.UtcNow.AddDays(-30), Before: DateTime.UtcNow.AddDays(-10))), reader, default));
        yield return ("audit, by NPPO and date", () => audit.HandleAsync(new(new(NppoId: nppo, Since: DateTime.UtcNow.AddDays(-30), Before: DateTime.UtcNow.AddDays(-10))), reader, default));
        yield return ("audit, about a registration", () => audit.HandleAsync(new(new(About: new(SubjectKinds.Registration, registration))), reader, default));
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
