using Bunit;
using Ephyto.AdminConsole.Features.Integration.Components;
using Ephyto.AdminConsole.Features.Nppos.Staff.Pages;
using Ephyto.AdminConsole.Features.Serving.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;
using MudBlazor;

namespace Ephyto.AdminConsole.Tests.Features.Serving;

/// <content>What the hub reads before it acts, and in its list.</content>
public sealed partial class ServedPagesTests
{
    [Fact]
    public async Task Before_a_serving_organization_is_set_live_the_countries_that_begin_to_exchange_with_it_are_named()
    {
        var (swiss, _) = await Host.ConfirmedNppoAsync("CH", Given.Awa with { Email = "first.ch@example.org" });
        var boss = await Host.ActiveMemberAsync(swiss.Id, NppoRole.Administrator, "boss.ch@example.org");
        await Host.ChangeAsync(swiss, nppo => Assert.True(nppo.ChangeSystem(ExchangeSystem.ThroughAnotherSystem,
            new("Other system", new(2020, 1, 1), true, true), boss.Id, Host.Now()).IsSuccess));
        await Host.NeverHadOwnSystemAsync(swiss.Id);
        var connection = await ServingWorld.ConnectAsync(Host, swiss.Id);
        await Host.HandContactAsync(swiss.Id, await Host.ActiveMemberAsync(swiss.Id, NppoRole.Administrator, "second.ch@example.org"));
        await Host.AddAsync(ServingWorld.Contact("LI", "contact.li@example.org", Host.Now()));
        await Host.ConfirmedAsync((await Host.AskedAsync(swiss.Id, boss, connection, "LI")).Id);
        var reader = Reader(await Host.AppointAsync(HubRole.HubAdministrator));
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Render<MudPopoverProvider>();
        var dialogs = reader.Render<MudDialogProvider>();
        var board = reader.Render<IntegrationBoard>(parameters => parameters.Add(b => b.NppoId, swiss.Id).Add(b => b.ForHub, true));

        var asking = board.WaitForElement("button.button-primary").ClickAsync();

        dialogs.WaitForAssertion(() => Assert.Contains(
            "Countries that its connections serve (1): Liechtenstein. Exchange for them begins at once.", Plain(dialogs.Markup),
            StringComparison.Ordinal));
        await dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Cancel").ClickAsync();
        await asking;
    }

    [Fact]
    public async Task Before_a_served_country_is_set_live_the_connection_that_exchanges_for_it_is_named()
    {
        await ServedAsync();
        await Host.ChangeAsync(await Host.LookAtNppoAsync(_nppo), nppo => Assert.True(nppo.ChangeSystem(
            ExchangeSystem.ThroughAnotherSystem, new(null, null, false, false), _boss.Id, Host.Now(), isServed: true).IsSuccess));
        await Host.HandContactAsync(_nppo, await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "second.fr@example.org"));
        var reader = Reader(await Host.AppointAsync(HubRole.HubAdministrator));
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Render<MudPopoverProvider>();
        var dialogs = reader.Render<MudDialogProvider>();
        var board = reader.Render<IntegrationBoard>(parameters => parameters.Add(b => b.NppoId, _nppo).Add(b => b.ForHub, true));

        var asking = board.WaitForElement("button.button-primary").ClickAsync();

        dialogs.WaitForAssertion(() => Assert.Contains(
            "It exchanges through Direction de la protection des végétaux, by the connection EU.", Plain(dialogs.Markup),
            StringComparison.Ordinal));
        await dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Cancel").ClickAsync();
        await asking;
    }

    [Fact]
    public async Task Notice_and_an_agreement_to_more_that_is_outstanding_stand_in_the_list_and_on_the_card()
    {
        var served = await ServedAsync();
        await Host.StoreAsync(async db =>
        {
            var connection = await db.Set<Connection>().SingleAsync(c => c.Id == _connection);
            Assert.True(connection.Change(ServingWorld.Sending with { Receive = false }, Guid.NewGuid(), Host.Now()).IsSuccess);
            return await db.SaveChangesAsync();
        });
        var officer = await Host.AppointAsync(HubRole.HubAdministrator);
        var list = Open<NpposPage>(officer, "/hub/nppos");
        list.WaitForElement("tbody");
        Assert.DoesNotContain("agreed yet", list.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Notice is given", list.Find("tbody").TextContent, StringComparison.Ordinal);

        await Host.StoreAsync(async db =>
        {
            var serving = await db.Set<ServedCountry>().SingleAsync();
            var connection = await db.Set<Connection>().SingleAsync(c => c.Id == _connection);
            db.Entry(serving).Property(one => one.AgreedReceives).CurrentValue = false;
            Assert.True(connection.Change(ServingWorld.Sending, Guid.NewGuid(), Host.Now()).IsSuccess);
            return await db.SaveChangesAsync();
        });
        Assert.True((await Host.Get<EndServing>().HandleAsync(
            new(SeenServing.Of(await Host.ServingAsync(served)), new(2026, 9, 30), "Over."), _eu, default)).IsSuccess);

        list.WaitForAssertion(() => Assert.Contains("ends on Wednesday 30 September 2026", Plain(list.Find("tbody").TextContent),
            StringComparison.Ordinal));
        var row = Plain(list.Find("tbody").TextContent);
        Assert.Contains("has not agreed yet to all that the connection does", row, StringComparison.Ordinal);
        Assert.Contains("Notice is given for: 1", row, StringComparison.Ordinal);
        Assert.Contains("Have not agreed yet to all that it does: 1", row, StringComparison.Ordinal);
        var page = Open<NppoPage>(officer, "/hub/nppos", parameters => parameters.Add(p => p.Id, _nppo));
        var card = Plain(page.WaitForElement("section[aria-labelledby=served-through]").TextContent);
        Assert.Contains("from Wednesday 30 September 2026 on this country is no longer served", card, StringComparison.Ordinal);
        Assert.Contains("only what it agreed to counts", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_country_whose_contact_point_is_asked_reads_that_beside_the_system_it_may_name()
    {
        await Host.AskedAsync(_serving, _eu, _connection, "FR");
        var board = OpenBoard(_boss, forHub: false);
        var hub = OpenBoard(await Host.AppointAsync(HubRole.HubAdministrator), forHub: true);

        board.WaitForAssertion(() => Assert.Contains("no other system is to be named here",
            board.Find("section[aria-labelledby=exchange-system]").TextContent, StringComparison.Ordinal));
        hub.WaitForAssertion(() => Assert.Contains("has asked the contact point of this country",
            hub.Find("section[aria-labelledby=exchange-system]").TextContent, StringComparison.Ordinal));
        await Host.ConfirmedAsync((await Host.StoreAsync(db => db.Set<ServedCountry>().SingleAsync())).Id);
        board.WaitForAssertion(() => Assert.DoesNotContain("no other system is to be named here", board.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_of_a_serving_organization_names_whom_it_has_asked()
    {
        await Host.AskedAsync(_serving, _eu, _connection, "FR");

        var page = Open<NppoPage>(
            await Host.AppointAsync(HubRole.HubAdministrator), "/hub/nppos", parameters => parameters.Add(p => p.Id, _serving));

        page.WaitForAssertion(() => Assert.Contains(
            page.FindAll("aside h2"), heading => heading.TextContent.Trim() == "Countries that are asked 1"));
        Assert.Equal("France", page.Find("aside a[href='hub/contact-points/FR']").TextContent);
    }
}
