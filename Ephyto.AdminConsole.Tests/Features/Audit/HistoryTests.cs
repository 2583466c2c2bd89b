using System.Security.Claims;
using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Audit.UseCases;
using Ephyto.AdminConsole.Features.Hub.UseCases;
using Ephyto.AdminConsole.Features.Members.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Features.Members;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Tests.Features.Audit;

/// <summary>What administrators read of the acts in their own organisation.</summary>
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

        var line = (await ListAsync(new(_nppo))).Lines[0];

        Assert.Equal(("member.role-changed", ActorKind.User, "boss", "Some ada", Host.Now()), (line.Code, line.Capacity, line.Who, line.About, line.At));
        Assert.Equal(("Viewer", "Integrator"), (line.Facts["from"], line.Facts["to"]));
    }

    [Fact]
    public async Task Who_acts_without_an_account_is_named_by_capacity_and_the_person_by_the_membership()
    {
        var lines = (await ListAsync(new(_nppo))).Lines;

        Assert.Equal((ActorKind.ContactPoint, null), Of(lines, "nppo.registered"));
        Assert.Equal((ActorKind.Invitee, null), Of(lines, "member.activated"));
        Assert.Contains(lines, line => line is { Code: "member.activated", About: "Some ada" });
        Assert.Contains(lines, line => line is { Code: "member.initial-administrator-appointed", About: "Ms Awa Kouassi" });
    }

    [Fact]
    public async Task The_acts_in_another_organisation_are_not_among_them()
    {
        var before = (await ListAsync(new(_nppo))).Total;
        var (other, _) = await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" });
        await Host.ActiveMemberAsync(other.Id, NppoRole.Viewer, "elsewhere@example.org");

        var history = await ListAsync(new(_nppo));

        Assert.Equal(before, history.Total);
        Assert.Equal(["ada", "boss"], history.People.Select(person => person.Name));
    }

    [Fact]
    public async Task Staff_of_the_hub_who_acted_can_be_asked_for_too()
    {
        var hub = await Host.AppointAsync(HubRole.HubAdministrator, "Hub");
        var suspended = await Host.CallAsync<SuspendNppo, Result<Ephyto.Domain.Nppos.NppoStatus>>(use => use.HandleAsync(new(_nppo, "Stolen."), hub, CancellationToken.None));
        Assert.True((await Host.CallAsync<ReactivateNppo, Result<Ephyto.Domain.Nppos.NppoStatus>>(use => use.HandleAsync(_nppo, hub, CancellationToken.None))).IsSuccess);
        Assert.True(suspended.IsSuccess);

        var person = Assert.Single((await ListAsync(new(_nppo))).People, person => person.Name == "Hub");

        Assert.Equal(["nppo.reactivated", "nppo.suspended"], (await ListAsync(new(_nppo, person.Id))).Lines.Select(line => line.Code));
    }

    [Fact]
    public async Task Only_an_administrator_of_the_organisation_reads_it()
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
            Assert.Equal(AccessErrors.NotAllowed, (await Host.Get<ListHistory>().HandleAsync(new(_nppo), outsider, CancellationToken.None)).Error);
    }

    [Fact]
    public async Task The_person_and_the_kind_of_act_filter()
    {
        await ChangeRoleAsync(NppoRole.Administrator);
        await Host.Get<InviteMember>().HandleAsync(new InviteMemberRequest(_nppo, "new@example.org", NppoRole.Viewer, "en"), _ada, CancellationToken.None);

        var ofAda = await ListAsync(new(_nppo, PersonId: _ada.Id, Code: "member.invited"));
        var changes = await ListAsync(new(_nppo, Code: "member.role-changed"));

        Assert.Contains(ofAda.Lines, line => line is { Who: "ada", About: "new@example.org" });
        Assert.All(ofAda.Lines, line => Assert.Equal(("ada", "member.invited"), (line.Who, line.Code)));
        Assert.Equal("boss", Assert.Single(changes.Lines).Who);
        Assert.Empty((await ListAsync(new(_nppo, PersonId: _ada.Id, Code: "member.role-changed"))).Lines);
        Assert.Empty((await ListAsync(new(_nppo, PersonId: Guid.NewGuid()))).Lines);
        Assert.Empty((await ListAsync(new(_nppo, Code: "member.%"))).Lines);
        Assert.Contains("member.role-changed", changes.Codes);
        Assert.Equal(changes.Codes.Distinct(), changes.Codes);
    }

    [Fact]
    public async Task The_dates_filter_from_the_first_moment_up_to_the_last_excluded()
    {
        var first = Host.Now();
        Host.Time.Advance(TimeSpan.FromDays(3));
        var later = Host.Now();
        await ChangeRoleAsync(NppoRole.Integrator);

        Assert.Equal("member.role-changed", Assert.Single((await ListAsync(new(_nppo, Since: later))).Lines).Code);
        Assert.All((await ListAsync(new(_nppo, Before: later))).Lines, line => Assert.Equal(first, line.At));
        Assert.Empty((await ListAsync(new(_nppo, Since: later.AddSeconds(1)))).Lines);
        Assert.Empty((await ListAsync(new(_nppo, Before: first))).Lines);
    }

    [Fact]
    public async Task A_long_history_comes_one_page_at_a_time()
    {
        await Host.AddAsync([.. Enumerable.Range(0, 60).Select(number =>
            Member.Invite(_nppo, EmailAddress.TryParse($"person{number}@example.org")!, "en", NppoRole.Viewer, _boss.Id, Host.Now()))]);

        var first = await ListAsync(new(_nppo));
        var second = await ListAsync(new(_nppo, Page: 2));
        var last = await ListAsync(new(_nppo, Page: int.MaxValue));

        Assert.Equal((Paging.Size, 1), (first.Lines.Count, first.Number));
        Assert.True(first.Lines[^1].Sequence > second.Lines[0].Sequence);
        Assert.Equal((Paging.PagesFor(first.Total), first.Total % Paging.Size), (last.Number, last.Lines.Count));
        Assert.Equal(1, (await ListAsync(new(_nppo, Page: -7))).Number);
    }

    [Theory]
    [InlineData(NppoRole.Administrator, true)]
    [InlineData(NppoRole.Integrator, false)]
    [InlineData(NppoRole.Viewer, false)]
    public void The_menu_offers_it_to_administrators(NppoRole role, bool offered)
    {
        var reader = new ClaimsPrincipal(new ClaimsIdentity([new(ConsoleClaims.Membership, $"{_nppo:N}:{role}")], "test"));

        Assert.Equal(offered, Host.Get<Navigation>().For(reader).Any(item => item.Href == "/nppo/history"));
    }

    private static (ActorKind, string?) Of(IReadOnlyList<HistoryLine> lines, string code)
    {
        var line = lines.First(line => line.Code == code);
        return (line.Capacity, line.Who);
    }

    private async Task<History> ListAsync(ListHistoryRequest request) =>
        (await Host.Get<ListHistory>().HandleAsync(request, _boss, CancellationToken.None)).Value;

    private async Task ChangeRoleAsync(NppoRole role) => Assert.True((await Host.Get<ChangeRole>().HandleAsync(
        new(await Host.SeenAsync(_nppo, _ada), role, null), _boss, CancellationToken.None)).IsSuccess);
}

public sealed class HistoryOnSqlite() : HistoryTests(DatabaseKind.Sqlite);

public sealed class HistoryOnPostgreSql() : HistoryTests(DatabaseKind.PostgreSql);
