using Bunit;
using Ephyto.AdminConsole.Features.Integration.Components;
using Ephyto.AdminConsole.Features.Integration.Pages;
using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Tests.Features.DigitalCertificates;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Integration;
using Microsoft.EntityFrameworkCore;
using MudBlazor;

namespace Ephyto.AdminConsole.Tests.Features.Integration;

/// <summary>What the hub keeps and judges, and what an organization sets, on their pages.</summary>
public sealed class ConnectionPagesTests : PageTests
{
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Actor _hub = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
        _hub = await Host.AppointAsync(HubRole.HubAdministrator);
    }

    [Fact]
    public async Task The_hub_keeps_the_list_of_channels()
    {
        var reader = Reader(_hub);
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Render<MudPopoverProvider>();
        var dialogs = reader.Render<MudDialogProvider>();
        var page = reader.Render<HubChannelsPage>();
        await page.WaitForElement(".page-actions button").ClickAsync();
        await page.Find("#channel-name-new").InputAsync("East");
        await page.Find("section form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains(
            "Enter a code", page.Find("#channel-code-error").TextContent, StringComparison.Ordinal));
        await page.Find("#channel-code").InputAsync("east");
        await page.Find("section form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("East (EAST)", page.Find("section.card h2").TextContent));
        Assert.Contains("The channel is saved.", page.Find("[role=status]").TextContent, StringComparison.Ordinal);

        var withdrawing = page.PressAsync("Withdraw EAST");
        await dialogs.WaitForElement(".mud-dialog .button-primary").ClickAsync();
        await withdrawing;

        page.WaitForAssertion(() => Assert.Contains(
            "Not offered any more", page.Find("section.card").TextContent, StringComparison.Ordinal));
        await page.PressAsync("Offer again EAST");
        page.WaitForAssertion(() => Assert.DoesNotContain("Not offered", page.Find("section.card").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rule_is_refused_where_it_stands_and_keeps_what_was_typed()
    {
        await Host.Get<AddChannel>().HandleAsync(new("EAST", "East", true, true), _hub, default);
        var board = Open<ConnectionBoard>(_boss, "/nppo/connection",
            parameters => parameters.Add(b => b.NppoId, _nppo).Add(b => b.Country, "Côte d’Ivoire"));
        await board.WaitForElements("fieldset button").First(button => button.TextContent.Contains("Add a rule", StringComparison.Ordinal))
            .ClickAsync();
        await board.Find("select[name=rule-channel-0]").ChangeAsync("EAST");
        await board.Find("input[name=rule-country-0]").ChangeAsync("LK2");
        await board.Find("section form").SubmitAsync();
        board.WaitForAssertion(() => Assert.Contains(
            "a country or connection that there is not", board.Find(".rule .field-error").TextContent,
            StringComparison.Ordinal));
        Assert.Equal("LK2", board.Find("input[name=rule-country-0]").GetAttribute("value"));

        await board.Find("input[name=rule-country-0]").ChangeAsync("LK");
        await board.Find("section form").SubmitAsync();

        board.WaitForAssertion(() => Assert.Contains("countryCode=\"LK\" direction=\"OUT\"", board.Find("pre").TextContent,
            StringComparison.Ordinal));
        var rule = Assert.Single((await Host.StoreAsync(db => db.Set<Connection>().AsNoTracking().SingleAsync())).Settings.Rules);
        Assert.Equal(("EAST", "LK", 1), (rule.Channel, rule.CountryCode, rule.Id));
    }

    [Fact]
    public void Without_a_channel_there_is_nothing_that_a_rule_could_name()
    {
        var board = Open<ConnectionBoard>(_boss, "/nppo/connection",
            parameters => parameters.Add(b => b.NppoId, _nppo).Add(b => b.Country, "Côte d’Ivoire"));

        board.WaitForAssertion(() => Assert.Contains("The Hub offers no channel yet", board.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Add a rule", board.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hub_sees_what_it_judges_and_what_is_missing_and_takes_its_answer_back()
    {
        await Host.ConnectAsync(_nppo, _boss);
        await Host.ConnectAsync(_nppo, _boss);
        var first = await Host.StoreAsync(db => db.Set<Connection>().Where(c => c.Code == "CI").Select(c => c.Id).SingleAsync());
        var certificate = await Host.CertificateAsync(await Host.InUseAsync(_nppo, _boss, description: "Abidjan", connection: first));
        var page = Open<IntegrationBoard>(_hub, $"/hub/integration/{_nppo}",
            parameters => parameters.Add(b => b.NppoId, _nppo).Add(b => b.ForHub, true));
        page.WaitForAssertion(() => Assert.Contains("Connection CI2", Card(page, "Connection set"), StringComparison.Ordinal));
        var card = Card(page, "Digital certificate uploaded");
        Assert.Contains("Connection CI2 has no digital certificate for client authentication", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Connection CI has no", card, StringComparison.Ordinal);
        Assert.Contains("Abidjan", card, StringComparison.Ordinal);
        Assert.Contains(certificate.Facts.Thumbprint[^4..], card, StringComparison.Ordinal);
        Assert.Equal("Missing for testing", page.Find("#missing-steps").TextContent);
        Assert.Contains("Digital certificate uploaded", page.Find("[aria-labelledby=missing-steps]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Connection set", page.Find("[aria-labelledby=missing-steps]").TextContent, StringComparison.Ordinal);

        await page.PressAsync("Accept Connection set");
        page.WaitForAssertion(() => Assert.Contains("Accepted", Card(page, "Connection set"), StringComparison.Ordinal));
        await page.PressAsync("Take the answer back Connection set");

        page.WaitForAssertion(() => Assert.Contains("Done", Card(page, "Connection set"), StringComparison.Ordinal));
        Assert.DoesNotContain("Take the answer back", Card(page, "Connection set"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_sees_what_is_missing_but_not_the_hubs_view()
    {
        await Host.ConnectAsync(_nppo, _boss);

        var view = (await Host.Get<ViewIntegration>().HandleAsync(_nppo, _boss, default)).Value;

        Assert.Null(view.Built);
        Assert.Equal([IntegrationStep.DocumentsRead, IntegrationStep.ContactsComplete, IntegrationStep.CertificateUploaded],
            view.Progress.Missing);
    }

    private static string Card(IRenderedComponent<IntegrationBoard> page, string step) => page.FindAll("li.path-step")
        .First(card => card.QuerySelector("h2")!.TextContent.Contains(step, StringComparison.Ordinal)).TextContent;
}
