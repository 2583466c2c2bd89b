using Bunit;
using Ephyto.AdminConsole.Features.Integration.Components;
using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Features.Nppos.Own.Components;
using Ephyto.AdminConsole.Features.Nppos.Staff.Pages;
using Ephyto.AdminConsole.Features.Serving.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Tests.Features.Serving;

/// <summary>What the pages of a served country say, its own and those of the hub.</summary>
public sealed partial class ServedPagesTests : PageTests
{
    private Guid _serving;
    private Actor _eu = Actor.Anonymous;
    private Guid _connection;
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_serving, _eu, _connection) = await Host.ServingOrganizationAsync();
        _nppo = (await Host.ConfirmedNppoAsync("FR", Given.Awa with { Email = "fr@example.org" })).Nppo.Id;
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss.fr@example.org");
    }

    [Fact]
    public async Task Home_and_connection_say_who_exchanges_now_and_what_is_prepared()
    {
        await ServedAsync();

        var home = Open<NppoOverview>(_boss, "/nppo", parameters => parameters.Add(p => p.NppoId, _nppo));
        home.WaitForAssertion(() => Assert.Contains("exchanges ePhytos for this country through its connection EU",
            Plain(home.Markup), StringComparison.Ordinal));
        Assert.Contains("counts when that has ended: National system", Plain(home.Markup), StringComparison.Ordinal);
        var facts = home.Find("section[aria-labelledby=served-through] dl").TextContent;
        Assert.Contains("Exchanges now", facts, StringComparison.Ordinal);
        Assert.Contains("Prepared meanwhileNational system", facts, StringComparison.Ordinal);
        var connection = Open<ConnectionBoard>(_boss, "/nppo/connection",
            parameters => parameters.Add(b => b.NppoId, _nppo).Add(b => b.Country, "France"));
        connection.WaitForAssertion(() => Assert.Contains("Served by another organization", connection.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_system_named_by_hand_is_told_apart_from_the_connection_that_counts_and_is_not_changed_in_vain()
    {
        await Host.ChangeAsync(await Host.LookAtNppoAsync(_nppo), nppo =>
        {
            Assert.True(nppo.ChangeSystem(ExchangeSystem.ThroughAnotherSystem, new("Other system", new(2020, 1, 1), true, true),
                _boss.Id, Host.Now()).IsSuccess);
            Assert.True(nppo.GoLive(Actor.System, Host.Now()).IsSuccess);
        });
        var board = OpenBoard(_boss, forHub: false);
        board.WaitForElement("section[aria-labelledby=exchange-system] button");

        await ServedAsync();

        board.WaitForAssertion(() => Assert.Contains("Named by hand, counts when that has ended",
            board.Find("section[aria-labelledby=exchange-system]").TextContent, StringComparison.Ordinal));
        Assert.Empty(board.FindAll("section[aria-labelledby=exchange-system] button"));
        Assert.Contains("Nothing is to be named here", board.Markup, StringComparison.Ordinal);
        var home = Open<NppoOverview>(_boss, "/nppo", parameters => parameters.Add(p => p.NppoId, _nppo));
        home.WaitForAssertion(() => Assert.Contains("Named by hand, counts when that has endedOther system, since Wednesday 1 January "
                + "2020",
            Plain(home.Find("section[aria-labelledby=served-through]").TextContent), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_chooses_another_system_reads_first_who_exchanges_until_then()
    {
        var served = await ServedAsync();
        var board = OpenBoard(_boss, forHub: false);
        await board.WaitForElement("section[aria-labelledby=exchange-system] button").ClickAsync();
        Assert.Contains("It goes on doing so whatever you choose here", board.Find("form[data-keep=system]").TextContent,
            StringComparison.Ordinal);
        await board.Find("#exchange-ThroughAnotherSystem").ChangeAsync(true);
        Assert.Empty(board.FindAll("#serving-name"));
        Assert.Contains("Nothing is to be named", board.Find("form[data-keep=system]").TextContent, StringComparison.Ordinal);
        await board.Find("#exchange-GeNS").ChangeAsync(true);
        await board.Find("form[data-keep=system]").SubmitAsync();
        board.WaitForAssertion(() => Assert.Contains("Prepared meanwhileGeNS",
            board.Find("section[aria-labelledby=exchange-system]").TextContent, StringComparison.Ordinal));

        Assert.True((await Host.Get<EndServing>().HandleAsync(
            new(SeenServing.Of(await Host.ServingAsync(served)), new(2026, 9, 30), "Over."), _eu, default)).IsSuccess);
        await board.WaitForElement("section[aria-labelledby=exchange-system] button").ClickAsync();
        board.WaitForAssertion(() => Assert.Contains("until it ends on Wednesday 30 September 2026",
            Plain(board.Find("form[data-keep=system]").TextContent), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_changes_a_connection_that_serves_others_reads_first_who_is_told_of_it()
    {
        await ServedAsync();
        var board = Open<ConnectionBoard>(
            _eu, "/nppo/connection", parameters => parameters.Add(b => b.NppoId, _serving).Add(b => b.Country, "European Union"));

        await board.WaitForElement("section[aria-labelledby=connection-EU] button").ClickAsync();

        Assert.Contains("This connection exchanges for other countries too (1): France.",
            Plain(board.Find("section[aria-labelledby=connection-EU]").TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_of_the_hub_say_it_too()
    {
        await ServedAsync();
        var officer = await Host.AppointAsync(HubRole.HubAdministrator);

        var board = OpenBoard(officer, forHub: true);
        board.WaitForAssertion(() => Assert.Contains("Served by another organization", board.Markup, StringComparison.Ordinal));
        var page = Open<NppoPage>(officer, "/hub/nppos", parameters => parameters.Add(p => p.Id, _nppo));
        page.WaitForAssertion(() => Assert.Contains("Prepared meanwhile", page.Markup, StringComparison.Ordinal));
        var list = Open<NpposPage>(officer, "/hub/nppos");
        list.WaitForAssertion(() => Assert.Contains("Served through Direction de la protection des végétaux (EU)",
            Plain(list.Find("tbody").TextContent), StringComparison.Ordinal));
        var ways = Open<Ephyto.AdminConsole.Features.Integration.Pages.HubIntegrationPage>(officer, "/hub/integration");
        ways.WaitForAssertion(() => Assert.Contains("Served through Direction de la protection des végétaux (EU)",
            Plain(ways.Find("tbody").TextContent), StringComparison.Ordinal));
    }

    private async Task<Guid> ServedAsync() =>
        (await Host.ConfirmedAsync((await Host.AskedAsync(_serving, _eu, _connection, "FR")).Id)).Id;

    private IRenderedComponent<IntegrationBoard> OpenBoard(Actor reader, bool forHub) => Open<IntegrationBoard>(
        reader, "/nppo/integration", parameters => parameters.Add(b => b.NppoId, _nppo).Add(b => b.ForHub, forHub));

    private static string Plain(string text) => string.Concat(text.Where(sign => sign is not ('\u2068' or '\u2069')));
}
