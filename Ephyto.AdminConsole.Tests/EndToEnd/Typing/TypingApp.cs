using Ephyto.AdminConsole.Tests.Features.DigitalCertificates;
using Ephyto.AdminConsole.Tests.Features.Outbox;
using Ephyto.AdminConsole.Tests.Features.Serving;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.IntegrationDocuments;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Members;
using Ephyto.Domain.Registrations;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.EndToEnd.Typing;

/// <summary>
/// A console at the far end of a line whose length the test sets, on PostgreSQL: what another node saves, its open pages hear of.
/// In it is something of every kind that a form is shown for.
/// </summary>
public sealed class TypingApp : IAsyncLifetime
{
    private static readonly string[] Elsewheres =
        ["KE", "UG", "TZ", "ZM", "MW", "MZ", "BW", "NA", "LS", "SZ", "MG", "SC", "MU", "KM", "DJ", "ER", "ET", "SD", "TD", "CF", "CM",
            "GQ", "ST", "AO"];

    private TestDatabase? _database;
    private ConsoleHost? _elsewhere;
    private ConsoleApp? _app;
    private int _changes;

    internal DelayingProxy Line { get; } = new();

    internal ConsoleApp App => _app!;

    internal Guid Nppo { get; private set; }

    internal Guid Escalated { get; private set; }

    internal Guid Email { get; private set; }

    internal Guid Letter { get; private set; }

    /// <summary>One of those that the console ships.</summary>
    internal Guid Document { get; private set; }

    internal Guid Applied { get; private set; }

    private ConsoleHost Host => _elsewhere!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);
        var settings = new Dictionary<string, string?>
        {
            ["Database:Provider"] = "PostgreSql",
            ["Database:ConnectionString"] = _database.ConnectionString,
            ["Hub:PublicAddress"] = Line.Address.AbsoluteUri.TrimEnd('/'),
            ["Demo:Enabled"] = "false",
            ["RateLimits:AnonymousFormsPerMinute"] = "1000",
            ["Registration:Form:MinimumSeconds"] = "0",
            ["Sandbox:Enabled"] = "true",
            ["Sandbox:Port"] = "0",
        };
        _app = await ConsoleApp.StartAsync(settings);
        Line.LeadTo(_app.BaseAddress);
        settings["Storage:DataDirectory"] = _app.DataDirectory;
        _elsewhere = await ConsoleHost.StartAsync(DatabaseKind.PostgreSql, settings);
        Host.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        await SeedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_elsewhere is not null) await _elsewhere.DisposeAsync();
        if (_app is not null) await _app.DisposeAsync();
        await Line.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    /// <summary>Other people's acts while somebody types: the lists and files of the whole console have something new.</summary>
    internal async Task ChangeAsync()
    {
        var number = Interlocked.Increment(ref _changes);
        Host.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        var country = Elsewheres[number % Elsewheres.Length];
        if (number < Elsewheres.Length) await Host.AddAsync(Host.Contact(country), Host.Escalated(country, $"Plant Service {number}"));
        await Host.AddAsync(Member.Invite(
            Nppo, EmailAddress.TryParse($"member{number}@example.org")!, "en", NppoRole.Viewer, Guid.CreateVersion7(), Host.Now()));
        await Host.FailedAsync($"nobody{number}@example.org");
        await Host.AddAsync(StaffNote.Write(Applied, "Asked by telephone.", Actor.System, Host.Now()).Value);
    }

    /// <summary>Another registration that waits for its contact point.</summary>
    internal Task<Guid> ApplyAsync(string country) =>
        Host.SubmittedAsync(country, Given.Awa with { Email = $"{country.ToLowerInvariant()}@example.org", PreferredLanguage = "en" });

    internal async Task<Member> AskToJoinAsync(string name, string address)
    {
        var asking = Member.AskToJoin(
            Nppo, new PersonDetails("", name, "Mensah", "Inspector", ""),
            EmailAddress.TryParse(address)!, "en", "Please let me in.", Host.Now()).Value;
        await Host.AddAsync(asking);
        return asking;
    }

    /// <summary>Somebody becomes a member.</summary>
    internal Task JoinAsync(string email, NppoRole role) => Host.ActiveMemberAsync(Nppo, role, email);

    /// <summary>Another administrator answers.</summary>
    internal Task RefuseAsync(Member asking) =>
        Host.ChangeAsync(asking, member => Assert.True(member.Refuse("We know you not.", Guid.CreateVersion7(), Host.Now()).IsSuccess));

    private async Task SeedAsync()
    {
        await Host.AppointAsync(HubRole.HubAdministrator, await Host.AccountAsync("chief@example.org"));
        await Host.AppointAsync(HubRole.SecretariatOfficer, await Host.AccountAsync("officer@example.org"));
        var (nppo, _) = await Host.ConfirmedNppoAsync("RW", Given.Awa with { Email = "rw@example.org" });
        Nppo = nppo.Id;
        var boss = await Host.ActiveMemberAsync(Nppo, NppoRole.Administrator, "boss@example.org");
        await Host.ActiveMemberAsync(Nppo, NppoRole.Viewer, "colleague@example.org");
        await AskToJoinAsync("Kofi", "asking@example.org");
        await Host.AddAsync(DigitalCertificate.Upload(
            Nppo, "Signing of 2026", CertificateUsage.Signing,
            MadeCertificate.FactsOf("CN=ePhyto RW", Host.Now().AddDays(300)), [1], Guid.NewGuid(), Host.Now()).Value);
        await Host.AddAsync(Channel.Add("EAST", new("East", true, true), Guid.NewGuid(), Host.Now()).Value);
        var connection = await ServingWorld.ConnectAsync(Host, Nppo);
        var served = Host.Contact("BI");
        await Host.AddAsync(served, Host.Contact("ML"));
        var serving = ServedCountry.Ask(new(Nppo, "RW", new(connection, "RW"), true), "BI", null, served, boss.Id, Host.Now()).Value;
        serving.Confirm(served, new(true, true), false, SelfConfirmationRule.Allow, Host.Now());
        await Host.AddAsync(serving);
        // So many that a dialog does not name them at once.
        foreach (var country in new[] { "AT", "BE", "BG", "CY", "DK", "FI" })
        {
            var asked = Host.Contact(country);
            await Host.AddAsync(
                asked, ServedCountry.Ask(new(Nppo, "RW", new(connection, "RW"), true), country, null, asked, boss.Id, Host.Now()).Value);
        }

        var (other, _) = await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" });
        var letter = ParticipationLetter.Request(other, Languages.English, "Ministry of Trade", Actor.System, Host.Now()).Value;
        var escalated = Host.Escalated("PE", "Servicio Nacional de Sanidad Agraria");
        await Host.AddAsync(letter, escalated, Host.Contact("BR"));
        (Letter, Escalated, Email) = (letter.Id, escalated.Id, (await Host.FailedAsync("wrnog@example.org")).Id);
        Document = await Host.StoreAsync(db => db.Set<IntegrationDocument>().Where(document => document.ShippedAs == "integration-guide.en")
            .Select(document => document.Id).SingleAsync());
        Applied = await ApplyAsync("GA");

        var contact = await Host.StoreAsync(db => db.Set<ContactPoint>().AsNoTracking().SingleAsync(c => c.CurrentCountryCode == "RW"));
        var recovery = Registration.SubmitRecovery(
            "RW", nppo.Organization, Given.Awa with { Email = "back@example.org" }, "Everybody left.", null,
            RegistrationPolicy.Default, Host.Now()).Value;
        recovery.VerifyEmail(contact, RegistrationPolicy.Default, Host.Now());
        await Host.AddAsync(recovery);
    }
}
