using Bunit;
using Ephyto.AdminConsole.Features.Hub.Desk.Pages;
using Ephyto.AdminConsole.Features.Nppos.Own.Components;
using Ephyto.AdminConsole.Features.Nppos.Staff.Pages;
using Ephyto.AdminConsole.Features.Participation.Components;
using Ephyto.AdminConsole.Features.Serving.UseCases;
using Ephyto.AdminConsole.Tests.Features.People.Members;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Ephyto.Domain.Serving;

namespace Ephyto.AdminConsole.Tests.Features.Serving;

/// <content>What they say where nothing is exchanged any more, or not yet.</content>
public sealed partial class ServedPagesTests
{
    [Fact]
    public async Task Where_the_serving_organization_is_suspended_the_hub_and_the_country_read_that_nothing_is_exchanged()
    {
        await LiveThroughAsync();
        var officer = await Host.AppointAsync(HubRole.HubAdministrator);
        var desk = Open<DeskPage>(officer, "/hub");
        desk.WaitForElement("ul.tiles");
        Assert.Empty(desk.FindAll("[aria-labelledby=without-exchange]"));
        var page = Open<NppoPage>(officer, "/hub/nppos", parameters => parameters.Add(p => p.Id, _nppo));
        page.WaitForElement("aside");
        Assert.DoesNotContain("nothing is exchanged for this country", page.Markup, StringComparison.Ordinal);

        await Host.ChangeAsync(
            await Host.LookAtNppoAsync(_serving), nppo => Assert.True(nppo.Suspend("Stolen.", Actor.System, Host.Now()).IsSuccess));

        desk.WaitForAssertion(() => Assert.Equal("France",
            desk.Find($"[aria-labelledby=without-exchange] a[href='hub/nppos/{_nppo}']").TextContent));
        Assert.Equal("1", desk.Find("a[href='hub/nppos?serving=nothing'] .tile-number").TextContent);
        page.WaitForAssertion(() => Assert.Contains("Live, but nothing is exchanged for this country", page.Markup,
            StringComparison.Ordinal));
        Assert.Contains("is to exchange for it through its connection EU", Plain(page.Markup), StringComparison.Ordinal);
        var list = Open<NpposPage>(officer, "/hub/nppos?serving=nothing");
        list.WaitForAssertion(() => Assert.Contains("Nothing is exchanged", Assert.Single(list.FindAll("tbody tr")).TextContent,
            StringComparison.Ordinal));
        Assert.Contains("nothing is exchanged at present", list.Find("tbody").TextContent, StringComparison.Ordinal);
        var board = OpenBoard(_boss, forHub: false);
        board.WaitForAssertion(() => Assert.Contains("Live, but nothing is exchanged for this country", board.Markup,
            StringComparison.Ordinal));
        var home = Open<NppoOverview>(_boss, "/nppo", parameters => parameters.Add(p => p.NppoId, _nppo));
        home.WaitForElement("section[aria-labelledby=served-through]");
        Assert.DoesNotContain(home.FindAll("p"), line => line.TextContent.Contains("exchanges ePhytos through", StringComparison.Ordinal));
        var rows = Open<ParticipationRows>(_boss, "/participation",
            parameters => parameters.Add(p => p.Rows, [Host.ParticipationOfAsync("FR").GetAwaiter().GetResult()]));
        Assert.Contains("nothing is exchanged at present", rows.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("not described yet", rows.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_serving_has_ended_the_page_of_the_hub_says_what_is_left_to_do()
    {
        var served = await LiveThroughAsync();
        Assert.True((await Host.Get<EndServing>().HandleAsync(
            new(SeenServing.Of(await Host.ServingAsync(served)), DateOnly.FromDateTime(Host.Now()), "Over."), _eu, default)).IsSuccess);

        var page = Open<NppoPage>(await Host.AppointAsync(HubRole.HubAdministrator), "/hub/nppos",
            parameters => parameters.Add(p => p.Id, _nppo));

        page.WaitForAssertion(() => Assert.Contains("No connection serves it any more", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Ask the organization to name the system by which it exchanges", page.Markup, StringComparison.Ordinal);
        var home = Open<NppoOverview>(_boss, "/nppo", parameters => parameters.Add(p => p.NppoId, _nppo));
        home.WaitForAssertion(() => Assert.Contains("No connection serves it any more", home.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(home.FindAll("p"), line => line.TextContent.Contains("exchanges ePhytos through", StringComparison.Ordinal));
        var board = OpenBoard(_boss, forHub: false);
        board.WaitForAssertion(() => Assert.Contains("No connection serves it any more", board.Markup,
            StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_waits_for_the_connection_to_begin_reads_so_and_the_hub_is_offered_nothing()
    {
        await ServedAsync();
        await Host.ChangeAsync(await Host.LookAtNppoAsync(_nppo), nppo => Assert.True(nppo.ChangeSystem(
            ExchangeSystem.ThroughAnotherSystem, new(null, null, false, false), _boss.Id, Host.Now(), isServed: true).IsSuccess));
        await Host.HandContactAsync(_nppo, await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "second.fr@example.org"));
        await Host.ChangeAsync(
            await Host.LookAtNppoAsync(_serving), nppo => Assert.True(nppo.Suspend("Stolen.", Actor.System, Host.Now()).IsSuccess));
        var officer = await Host.AppointAsync(HubRole.HubAdministrator);

        var board = OpenBoard(officer, forHub: true);

        board.WaitForAssertion(() => Assert.Contains("the connection does not exchange yet", board.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(board.FindAll("button"), button => button.TextContent.Trim() == "Set live");
        var ways = Open<Ephyto.AdminConsole.Features.Integration.Pages.HubIntegrationPage>(officer, "/hub/integration");
        ways.WaitForAssertion(() => Assert.Contains("waits for the connection that serves it", ways.Find("tbody").TextContent,
            StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_notice_runs_the_system_that_comes_next_is_named_and_the_emails_lead_there()
    {
        var served = await LiveThroughAsync();
        var board = OpenBoard(_boss, forHub: false);
        board.WaitForElement("section[aria-labelledby=exchange-system]");
        Assert.Empty(board.FindAll("section[aria-labelledby=exchange-system] button"));

        Assert.True((await Host.Get<EndServing>().HandleAsync(
            new(SeenServing.Of(await Host.ServingAsync(served)), new(2026, 9, 30), "Over."), _eu, default)).IsSuccess);

        await board.WaitForElement("section[aria-labelledby=exchange-system] button").ClickAsync();
        Assert.Equal("2026-09-30", board.WaitForElement("#serving-since").GetAttribute("value"));
        await board.Find("#serving-name").InputAsync("Regional system");
        await board.Find("form[data-keep=system]").SubmitAsync();
        board.WaitForAssertion(() => Assert.Contains("counts when that has endedRegional system, since Wednesday 30 September",
            Plain(board.Find("section[aria-labelledby=exchange-system]").TextContent), StringComparison.Ordinal));
        var told = (await Host.EmailsAsync(ServingNoticeGiven.Name)).Single(email => email.To == "boss.fr@example.org");
        Assert.Contains("name the system by which it exchanges from then on", told.Text, StringComparison.Ordinal);
    }

    private async Task<Guid> LiveThroughAsync()
    {
        var served = await ServedAsync();
        await Host.ChangeAsync(await Host.LookAtNppoAsync(_nppo), nppo =>
        {
            Assert.True(nppo.ChangeSystem(ExchangeSystem.ThroughAnotherSystem, new(null, null, false, false), _boss.Id, Host.Now(),
                isServed: true).IsSuccess);
            Assert.True(nppo.GoLive(Actor.System, Host.Now()).IsSuccess);
        });
        return served;
    }
}
