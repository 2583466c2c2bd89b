using System.Security.Claims;
using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Audit;
using Ephyto.AdminConsole.Features.Audit.UseCases;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Platform.Auditing;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Features.People.Members;
using Ephyto.AdminConsole.Tests.Platform.Auditing;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Audit;

public sealed class AuditOnSqlite() : AuditTests(DatabaseKind.Sqlite);

public sealed class AuditOnPostgreSql() : AuditTests(DatabaseKind.PostgreSql);

/// <summary>What the hub reads of every act.</summary>
public abstract class AuditTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Guid _nppo;
    private Guid _registration;
    private Actor _boss = Actor.Anonymous;
    private Actor _ada = Actor.Anonymous;
    private Actor _auditor = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        (_nppo, _registration) = (nppo.Id, nppo.RegistrationId);
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
        _ada = await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "ada@example.org");
        _auditor = await Host.AppointAsync(HubRole.Auditor, "Audrey Auditor");
    }

    [Fact]
    public async Task The_newest_act_stands_first_with_who_did_it_to_whom_and_where()
    {
        Host.Time.Advance(TimeSpan.FromHours(2));
        await ChangeRoleAsync(NppoRole.Integrator);

        var line = (await ListAsync()).Items[0];

        Assert.Equal(("member.role-changed", "boss", "Some ada", Host.Now()), (line.Code, line.Actor?.Name, line.About?.Name, line.At));
        Assert.Equal(("Direction de la protection des végétaux", "CI"), (line.Nppo?.Name, line.Nppo?.CountryCode));
        Assert.Equal($"hub/nppos/{_nppo}", line.Nppo?.Address);
    }

    [Fact]
    public async Task Everybody_is_named_and_what_has_a_page_leads_there()
    {
        var lines = (await ListAsync(new(About: new(SubjectKinds.Registration, _registration)))).Items;

        var confirmed = lines.Single(line => line.Code == "registration.confirmed");
        Assert.Equal($"hub/registrations/{_registration}", confirmed.About?.Address);
        Assert.StartsWith("CI-", confirmed.About?.Name, StringComparison.Ordinal);
        Assert.Equal("hub/contact-points/CI", confirmed.Actor?.Address);
        var invitees = (await ListAsync(new(Code: "member.activated"))).Items.Select(line => line.Actor?.Name);
        Assert.Contains("Some ada", invitees);
        Assert.Equal("Audrey Auditor", Assert.Single((await ListAsync(new(Code: "hub-user.appointed"))).Items).About?.Name);
    }

    [Fact]
    public async Task The_page_of_the_users_of_the_hub_is_linked_for_those_who_may_open_it()
    {
        var administrator = await Host.AppointAsync(HubRole.HubAdministrator, "Chief");

        var toAuditor = (await ListAsync(new(Code: "hub-user.appointed"))).Items[0];
        var toAdministrator = (await Host.Get<ListAudit>()
            .HandleAsync(new(new(Code: "hub-user.appointed")), administrator, CancellationToken.None)).Value.Page.Items[0];

        Assert.Null(toAuditor.About?.Address);
        Assert.Equal("hub/users", toAdministrator.About?.Address);
    }

    [Fact]
    public async Task All_entries_about_a_registration_are_those_of_its_emails_and_of_its_NPPO_too()
    {
        await Host.ChangeAsync(await Host.EmailAsync("registration.decision-receipt", _registration), email => email.MarkSent(Host.Now()));

        var codes = (await ListAsync(new(About: new(SubjectKinds.Registration, _registration)))).Items.Select(line => line.Code).ToList();

        Assert.Equal(
            ["email.cancelled", "email.sent", "nppo.registered", "registration.confirmed", "registration.contact-point-asked",
                "registration.email-verified", "registration.submitted"],
            codes.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal("email.sent", codes[0]);
    }

    [Fact]
    public async Task A_contact_point_is_found_by_what_it_was_asked_and_by_what_it_did()
    {
        var contact = await Host.StoreAsync(db => db.Set<ContactPoint>().SingleAsync(c => c.CurrentCountryCode == "CI"));

        var codes = (await ListAsync(new(About: new(SubjectKinds.ContactPoint, contact.Id)))).Items.Select(line => line.Code).ToList();

        Assert.Contains("contact-point.entered", codes);
        Assert.Contains("registration.contact-point-asked", codes);
        Assert.Contains("registration.confirmed", codes);
        Assert.DoesNotContain("registration.submitted", codes);
    }

    [Fact]
    public async Task The_person_the_organization_the_kind_and_the_object_filter_and_add_up()
    {
        await ChangeRoleAsync(NppoRole.Integrator);
        var (other, _) = await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" });
        var member = await Host.MemberOfAsync(_nppo, _ada);

        Assert.All((await ListAsync(new(NppoId: other.Id))).Items, line => Assert.Equal(other.Id, line.Entry.NppoId));
        Assert.All((await ListAsync(new(PersonId: _boss.Id))).Items, line => Assert.Equal("boss", line.Actor?.Name));
        Assert.Equal("member.role-changed", (await ListAsync(new(PersonId: _boss.Id))).Items[0].Code);
        Assert.All((await ListAsync(new(Code: "nppo.registered"))).Items, line => Assert.Equal("nppo.registered", line.Code));
        Assert.All((await ListAsync(new(About: new(SubjectKinds.Member, member.Id)))).Items,
            line => Assert.Equal("Some ada", line.About?.Name));
        Assert.Single(
            (await ListAsync(
                new(_boss.Id, _nppo, "member.role-changed", new(SubjectKinds.Member, member.Id), Host.Now(),
                    Host.Now().AddDays(1)))).Items);
        Assert.Empty((await ListAsync(new(_boss.Id, other.Id))).Items);
        Assert.Empty((await ListAsync(new(Code: "member.%"))).Items);
        Assert.Empty((await ListAsync(new(About: new("nothing", Guid.Empty)))).Items);
    }

    [Fact]
    public async Task The_dates_filter_from_the_first_moment_up_to_the_last_excluded()
    {
        var first = Host.Now();
        Host.Time.Advance(TimeSpan.FromDays(3));
        await ChangeRoleAsync(NppoRole.Integrator);

        Assert.Equal("member.role-changed", Assert.Single((await ListAsync(new(Since: Host.Now()))).Items).Code);
        Assert.All((await ListAsync(new(Before: Host.Now()))).Items, line => Assert.Equal(first, line.At));
        Assert.Empty((await ListAsync(new(Since: Host.Now().AddSeconds(1)))).Items);
    }

    [Fact]
    public async Task A_long_trail_comes_one_page_at_a_time()
    {
        await Host.WriteEntriesAsync(30);

        var first = await ListAsync();
        var second = await ListAsync(page: 2);

        Assert.Equal((Paging.Size, 1), (first.Items.Count, first.Number));
        Assert.Equal(first.Items[^1].Sequence - 1, second.Items[0].Sequence);
        Assert.Equal(1, (await ListAsync(page: -7)).Number);
        Assert.Equal(1, (await ListAsync(page: int.MaxValue)).Items[^1].Sequence);
    }

    [Fact]
    public async Task A_person_is_found_by_a_part_of_the_name_or_of_the_address()
    {
        Assert.Equal([_ada.Id], (await FindAsync("ADA")).Select(person => person.Id));
        Assert.Equal([_auditor.Id], (await FindAsync("audrey.auditor@")).Select(person => person.Id));
        Assert.Empty(await FindAsync("%"));
        Assert.Empty(await FindAsync(" "));
        for (var number = 0; number < FindPeople.Most + 2; number++) await Host.AccountAsync($"many{number}@example.org");
        Assert.Equal(FindPeople.Most, (await FindAsync("many")).Count);
    }

    [Fact]
    public async Task An_entry_shows_everything_it_is_about()
    {
        var registered = (await ListAsync(new(Code: "nppo.registered"))).Items[0];

        var file = (await Host.Get<ViewAuditEntry>().HandleAsync(registered.Sequence, _auditor, CancellationToken.None)).Value;

        Assert.Equal(
            [SubjectKinds.ContactPoint, SubjectKinds.Nppo, SubjectKinds.Registration], file.About.Select(thing => thing.Subject.Kind));
        Assert.All(file.About, thing => Assert.NotNull(thing.Name));
        Assert.Equal(AccessErrors.NotFound,
            (await Host.Get<ViewAuditEntry>().HandleAsync(999_999, _auditor, CancellationToken.None)).Error);
    }

    [Fact]
    public async Task Entries_written_before_there_was_a_list_of_what_they_are_about_are_found_by_it_too()
    {
        var email = await Host.EmailAsync("registration.decision-receipt", _registration);
        await Host.ChangeAsync(email, sent => sent.MarkSent(Host.Now()));
        await Host.ExecuteAsync($"""DELETE FROM "AuditSubjects" """);

        await Task.WhenAll(Host.Services.PrepareStoreAsync(CancellationToken.None),
            Host.Services.PrepareStoreAsync(CancellationToken.None));
        var once = await Host.StoreAsync(db => db.Set<AuditSubject>().CountAsync());
        await Host.Services.PrepareStoreAsync(CancellationToken.None);

        var about = (await ListAsync(new(About: new(SubjectKinds.Registration, _registration)))).Items;
        Assert.Contains(about, line => line.Code == "registration.confirmed");
        Assert.Contains(about, line => line.Code == "email.sent");
        Assert.NotEmpty((await ListAsync(new(About: new(SubjectKinds.Nppo, _nppo)))).Items);
        Assert.Equal(once, await Host.StoreAsync(db => db.Set<AuditSubject>().CountAsync()));
        Assert.Null((await Host.VerifyAsync()).Break);
    }

    [Fact]
    public async Task A_tampered_entry_is_shown_though_its_facts_cannot_be_read()
    {
        await Host.ChangeFactsAsync(1, "{ broken");

        Assert.Empty((await ListAsync(page: int.MaxValue)).Items[^1].Facts);
        Assert.Equal(new AuditBreak(1, AuditFault.Changed),
            (await Host.Get<VerifyAudit>().HandleAsync(new(), _auditor, CancellationToken.None)).Value.Break);
    }

    [Fact]
    public async Task A_verification_tells_how_far_it_is_and_stops_when_told()
    {
        List<AuditProgress> told = [];
        var verdict = (await Host.Get<VerifyAudit>().HandleAsync(new(null, told.Add), _auditor, CancellationToken.None)).Value;
        Assert.Equal(new AuditProgress(verdict.Entries, verdict.Head.Sequence), told[^1]);

        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Host.Get<VerifyAudit>().HandleAsync(new(), _auditor, stop.Token));
    }

    [Theory]
    [InlineData(HubRole.HubAdministrator)]
    [InlineData(HubRole.SecretariatOfficer)]
    [InlineData(HubRole.Auditor)]
    public void The_menu_offers_it_to_everybody_of_the_hub(HubRole role)
    {
        var staff = new ClaimsPrincipal(new ClaimsIdentity([new(ConsoleClaims.HubRole, role.ToString())], "test"));
        var member =
            new ClaimsPrincipal(new ClaimsIdentity([new(ConsoleClaims.Membership, $"{_nppo:N}:{NppoRole.Administrator}")], "test"));

        Assert.Contains(Host.Get<Navigation>().For(staff), item => item.Href == "hub/audit");
        Assert.DoesNotContain(Host.Get<Navigation>().For(member), item => item.Href == "hub/audit");
    }

    private async Task<PageOf<AuditLine>> ListAsync(AuditFilter? filter = null, int page = 1) =>
        (await Host.Get<ListAudit>().HandleAsync(new(filter ?? new(), page), _auditor, CancellationToken.None)).Value.Page;

    private async Task<List<FoundPerson>> FindAsync(string search) =>
        (await Host.Get<FindPeople>().HandleAsync(search, _auditor, CancellationToken.None)).Value;

    private async Task ChangeRoleAsync(NppoRole role) => Assert.True((await Host.Get<ChangeRole>().HandleAsync(
        new(await Host.SeenAsync(_nppo, _ada), role, null), _boss, CancellationToken.None)).IsSuccess);
}
