using System.Security.Claims;
using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Audit;
using Ephyto.AdminConsole.Features.Audit.UseCases;
using Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Features.People.Members;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Tests.Features.Audit;

/// <summary>What administrators read of the acts in their own organization.</summary>
public abstract class HistoryTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Actor _ada = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
        _ada = await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "ada@example.org");
    }

    [Fact]
    public async Task The_newest_act_stands_first_with_who_did_it_to_whom_and_when()
    {
        Host.Time.Advance(TimeSpan.FromHours(2));
        await ChangeRoleAsync(NppoRole.Integrator);

        var line = (await ListAsync()).Page.Items[0];

        Assert.Equal(("member.role-changed", ActorKind.User, "boss", "Some ada", Host.Now()),
            (line.Code, line.Capacity, line.Actor?.Name, line.About?.Name, line.At));
        Assert.Equal(("Viewer", "Integrator"), (line.Facts["from"].Value, line.Facts["to"].Value));
    }

    [Fact]
    public async Task Who_acts_without_an_account_is_named_by_capacity_and_the_person_by_the_membership()
    {
        var lines = (await ListAsync()).Page.Items;

        Assert.Equal((ActorKind.ContactPoint, null), Of(lines, "nppo.registered"));
        Assert.Equal((ActorKind.Invitee, null), Of(lines, "member.activated"));
        Assert.Contains(lines, line => line is { Code: "member.activated", About.Name: "Some ada" });
        Assert.Contains(lines, line => line is { Code: "member.initial-administrator-appointed", About.Name: "Ms Awa Kouassi" });
    }

    [Fact]
    public async Task The_acts_in_another_organization_are_not_among_them()
    {
        var before = (await ListAsync()).Page.Total;
        var (other, _) = await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" });
        await Host.ActiveMemberAsync(other.Id, NppoRole.Viewer, "elsewhere@example.org");

        var history = await ListAsync();

        Assert.Equal(before, history.Page.Total);
        Assert.Equal(["ada", "boss"], history.People.Select(person => person.Name));
    }

    [Fact]
    public async Task Staff_of_the_hub_who_acted_can_be_asked_for_too()
    {
        var hub = await Host.AppointAsync(HubRole.HubAdministrator, "Hub");
        var suspended = await Host.Get<SuspendNppo>()
            .HandleAsync(new(_nppo, await Host.SeenAsync(_nppo), "Stolen."), hub, CancellationToken.None);
        Assert.True(
            (await Host.Get<ReactivateNppo>().HandleAsync(new(_nppo, await Host.SeenAsync(_nppo)), hub, CancellationToken.None)).IsSuccess);
        Assert.True(suspended.IsSuccess);

        var person = Assert.Single((await ListAsync()).People, person => person.Name == "Hub");

        Assert.Equal(["nppo.reactivated", "nppo.suspended"], (await ListAsync(new(person.Id))).Page.Items.Select(line => line.Code));
    }

    [Fact]
    public async Task Only_an_administrator_of_the_organization_reads_it()
    {
        var (other, _) = await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" });
        Actor[] outsiders =
        [
            _ada, await Host.ActiveMemberAsync(_nppo, NppoRole.Integrator, "ivo@example.org"),
            await Host.ActiveMemberAsync(other.Id, NppoRole.Administrator, "foreign@example.org"),
            await Host.AppointAsync(HubRole.HubAdministrator, "Hub"), await Host.AppointAsync(HubRole.Auditor, "Auditor"),
            Actor.Anonymous, Actor.System,
        ];

        foreach (var outsider in outsiders)
            Assert.Equal(AccessErrors.NotAllowed,
                (await Host.Get<ListHistory>().HandleAsync(new(_nppo, new()), outsider, CancellationToken.None)).Error);
    }

    [Fact]
    public async Task The_person_and_the_kind_of_act_filter()
    {
        await ChangeRoleAsync(NppoRole.Administrator);
        await Host.Get<InviteMember>()
            .HandleAsync(new InviteMemberRequest(_nppo, "new@example.org", NppoRole.Viewer, "en"), _ada, CancellationToken.None);

        var ofAda = await ListAsync(new(PersonId: _ada.Id, Code: "member.invited"));
        var changes = await ListAsync(new(Code: "member.role-changed"));

        Assert.Contains(ofAda.Page.Items, line => line is { Actor.Name: "ada", About.Name: "new@example.org" });
        Assert.All(ofAda.Page.Items, line => Assert.Equal(("ada", "member.invited"), (line.Actor?.Name, line.Code)));
        Assert.Equal("boss", Assert.Single(changes.Page.Items).Actor?.Name);
        Assert.Empty((await ListAsync(new(PersonId: _ada.Id, Code: "member.role-changed"))).Page.Items);
        Assert.Empty((await ListAsync(new(PersonId: Guid.NewGuid()))).Page.Items);
        Assert.Empty((await ListAsync(new(Code: "member.%"))).Page.Items);
        Assert.Contains("member.role-changed", AuditEvents.CodesOfOrganizations);
    }

    [Fact]
    public async Task The_dates_filter_from_the_first_moment_up_to_the_last_excluded()
    {
        var first = Host.Now();
        Host.Time.Advance(TimeSpan.FromDays(3));
        var later = Host.Now();
        await ChangeRoleAsync(NppoRole.Integrator);

        Assert.Equal("member.role-changed", Assert.Single((await ListAsync(new(Since: later))).Page.Items).Code);
        Assert.All((await ListAsync(new(Before: later))).Page.Items, line => Assert.Equal(first, line.At));
        Assert.Empty((await ListAsync(new(Since: later.AddSeconds(1)))).Page.Items);
        Assert.Empty((await ListAsync(new(Before: first))).Page.Items);
    }

    [Fact]
    public async Task A_long_history_comes_one_page_at_a_time()
    {
        await Host.AddAsync([.. Enumerable.Range(0, 60).Select(number =>
            Member.Invite(_nppo, EmailAddress.TryParse($"person{number}@example.org")!, "en", NppoRole.Viewer, _boss.Id, Host.Now()))]);

        var first = await ListAsync();
        var second = await ListAsync(page: 2);
        var last = await ListAsync(page: int.MaxValue);

        Assert.Equal((Paging.Size, 1), (first.Page.Items.Count, first.Page.Number));
        Assert.True(first.Page.Items[^1].Sequence > second.Page.Items[0].Sequence);
        Assert.Equal((Paging.PagesFor(first.Page.Total), first.Page.Total % Paging.Size), (last.Page.Number, last.Page.Items.Count));
        Assert.Equal(1, (await ListAsync(page: -7)).Page.Number);
    }

    [Theory]
    [InlineData(NppoRole.Administrator, true)]
    [InlineData(NppoRole.Integrator, false)]
    [InlineData(NppoRole.Viewer, false)]
    public void The_menu_offers_it_to_administrators(NppoRole role, bool offered)
    {
        var reader = new ClaimsPrincipal(new ClaimsIdentity([new(ConsoleClaims.Membership, $"{_nppo:N}:{role}")], "test"));

        Assert.Equal(offered, Host.Get<Navigation>().For(reader).Any(item => item.Href == "nppo/history"));
    }

    private static (ActorKind, string?) Of(IReadOnlyList<AuditLine> lines, string code)
    {
        var line = lines.First(line => line.Code == code);
        return (line.Capacity, line.Actor?.Name);
    }

    private async Task<History> ListAsync(AuditFilter? filter = null, int page = 1) =>
        (await Host.Get<ListHistory>().HandleAsync(new(_nppo, filter ?? new(), page), _boss, CancellationToken.None)).Value;

    private async Task ChangeRoleAsync(NppoRole role) => Assert.True((await Host.Get<ChangeRole>().HandleAsync(
        new(await Host.SeenAsync(_nppo, _ada), role, null), _boss, CancellationToken.None)).IsSuccess);
}

public sealed class HistoryOnSqlite() : HistoryTests(DatabaseKind.Sqlite);

public sealed class HistoryOnPostgreSql() : HistoryTests(DatabaseKind.PostgreSql);
