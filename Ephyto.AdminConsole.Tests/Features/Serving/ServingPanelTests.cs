using Bunit;
using Ephyto.AdminConsole.Features.Serving.Components;
using Ephyto.AdminConsole.Features.Serving.Emails;
using Ephyto.AdminConsole.Features.Serving.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Serving;

namespace Ephyto.AdminConsole.Tests.Features.Serving;

/// <summary>What people of the serving organization, of the served one and of the hub see, and do.</summary>
public sealed class ServingPanelTests : PageTests
{
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Guid _connection;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_nppo, _boss, _connection) = await Host.ServingOrganizationAsync();
        await Host.AddAsync(ServingWorld.Contact("FR", "contact.fr@example.org", Host.Now()),
            ServingWorld.Contact("DE", "contact.de@example.org", Host.Now()));
    }

    [Fact]
    public async Task Countries_are_named_and_every_page_shows_what_becomes_of_them()
    {
        var panel = Open(_boss);
        var hub = Open(await Host.AppointAsync(HubRole.Auditor));
        panel.WaitForElement("button");
        hub.WaitForAssertion(() => Assert.Contains("No country is served yet", hub.Markup, StringComparison.Ordinal));
        Assert.Empty(hub.FindAll("button"));
        await PressAsync(panel, "Name countries");
        Assert.Contains("Each country keeps its contact point, its letters and its history.", panel.Markup, StringComparison.Ordinal);
        await PressAsync(panel, "Ask the contact points");
        panel.WaitForAssertion(() => Assert.Contains("Choose at least one country", panel.Markup, StringComparison.Ordinal));
        Assert.Equal(["", "FR", "DE"], panel.FindAll("#serving-country option").Select(option => option.GetAttribute("value")));
        await panel.Find("#serving-country").ChangeAsync("DE");
        await PressAsync(panel, "Add to the list");
        await panel.Find("#serving-country").ChangeAsync("FR");

        await PressAsync(panel, "Ask the contact points");
        // Nothing is sent before who gets a message was read once more.
        Assert.Contains("get a message now: 2", panel.Find("form h3").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Germany", "France"], panel.FindAll("form li").Select(one => one.TextContent.Trim()));
        await PressAsync(panel, "Back");
        Assert.Equal(2, panel.FindAll("form li").Count);
        await PressAsync(panel, "Ask the contact points");
        Assert.Equal(0, await Host.StoreAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(
            db.Set<ServedCountry>())));
        await PressAsync(panel, "Send the messages");

        panel.WaitForAssertion(() => Assert.Contains("written to: 2", panel.Markup, StringComparison.Ordinal));
        hub.WaitForAssertion(() => Assert.Contains("France", hub.Markup, StringComparison.Ordinal));
        Assert.Contains("Asked", hub.Markup, StringComparison.Ordinal);

        var asked = await Host.StoreAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(
            db.Set<ServedCountry>(), one => one.CountryCode == "FR"));
        await Host.ConfirmedAsync(asked.Id);
        panel.WaitForAssertion(() => Assert.Contains("Served", panel.Markup, StringComparison.Ordinal));
        hub.WaitForAssertion(() => Assert.Contains("Served", hub.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_ended_with_a_day_and_a_reason_and_the_served_organization_reads_it()
    {
        var (french, _) = await Host.ConfirmedNppoAsync("IT", Given.Awa with { Email = "it@example.org" });
        var theirs = await Host.ActiveMemberAsync(french.Id, NppoRole.Viewer, "viewer.it@example.org");
        var served = await Host.ConfirmedAsync((await Host.AskedAsync(_nppo, _boss, _connection, "IT")).Id);
        var other = Open(theirs, french.Id);
        other.WaitForAssertion(() => Assert.Contains("It exchanges for this country", other.Markup, StringComparison.Ordinal));
        Assert.Empty(other.FindAll("button"));
        var panel = Open(await Host.AppointAsync(HubRole.HubAdministrator));
        panel.WaitForElement("button");

        await PressAsync(panel, "End with notice");
        await PressAsync(panel, "End it");
        panel.WaitForAssertion(() => Assert.Contains("today or later", panel.Find("#serving-ends-error").TextContent,
            StringComparison.Ordinal));
        await panel.Find("#serving-ends").ChangeAsync("2026-05-01");
        await PressAsync(panel, "End it");
        panel.WaitForAssertion(() => Assert.Contains("Say why", panel.Find("#serving-words-error").TextContent, StringComparison.Ordinal));
        await panel.Find("#serving-words").InputAsync("Agreed in Rome.");
        await PressAsync(panel, "End it");

        panel.WaitForAssertion(() => Assert.Contains("The end is noted", panel.Markup, StringComparison.Ordinal));
        Assert.Contains("Agreed in Rome.", panel.Markup, StringComparison.Ordinal);
        Assert.Equal((ServingState.Ending, ServingSide.Hub),
            ((await Host.ServingAsync(served.Id)).State, (await Host.ServingAsync(served.Id)).EndedBy));
        other.WaitForAssertion(() => Assert.Contains("1 May 2026", other.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_was_slower_reads_who_was_faster()
    {
        var served = await Host.ConfirmedAsync((await Host.AskedAsync(_nppo, _boss, _connection, "FR")).Id);
        var panel = Open(_boss);
        panel.WaitForElement("button");
        await PressAsync(panel, "End with notice");
        await panel.Find("#serving-ends").ChangeAsync("2026-05-01");
        await panel.Find("#serving-words").InputAsync("Agreed in Rome.");
        var link = await Host.LinkOfAsync(await Host.EmailAsync(ServingEmails.LinkKind, served.Id));
        Assert.True((await Host.Get<EndServingByLink>().HandleAsync(
            new(link, served.Version, new(2026, 6, 1), "Our own system."), default)).IsSuccess);

        await PressAsync(panel, "End it");

        panel.WaitForAssertion(() => Assert.Contains("Notice was given", panel.Markup, StringComparison.Ordinal));
        // The next press goes on from what stands there now.
        await PressAsync(panel, "End it");
        panel.WaitForAssertion(() => Assert.Contains("The end is noted", panel.Markup, StringComparison.Ordinal));
        Assert.Equal(new DateOnly(2026, 5, 1), (await Host.ServingAsync(served.Id)).EndsOn);
    }

    [Fact]
    public async Task A_form_whose_country_somebody_else_has_ended_does_not_go_without_a_word()
    {
        var served = await Host.ConfirmedAsync((await Host.AskedAsync(_nppo, _boss, _connection, "FR")).Id);
        var panel = Open(_boss);
        panel.WaitForElement("button");
        await PressAsync(panel, "End with notice");
        await panel.Find("#serving-words").InputAsync("Agreed in Rome.");

        var (seen, officer) = (SeenServing.Of(await Host.ServingAsync(served.Id)), await Host.AppointAsync(HubRole.HubAdministrator));
        Assert.True((await Host.Get<EndServing>().HandleAsync(
            new(seen, DateOnly.FromDateTime(Host.Now()), "Their own system."), officer, default)).IsSuccess);

        panel.WaitForAssertion(() => Assert.Empty(panel.FindAll("#serving-words")));
        Assert.Contains(AccessErrors.ChangedMeanwhile.Sentence, panel.Find(".board-news").TextContent, StringComparison.Ordinal);
        Assert.Contains("Their own system.", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_sent_again_a_few_times()
    {
        await Host.AskedAsync(_nppo, _boss, _connection, "FR");
        var panel = Open(_boss);
        panel.WaitForElement("button");

        await PressAsync(panel, "Ask again");
        panel.WaitForAssertion(() => Assert.Contains("sent a short time ago", panel.Markup, StringComparison.Ordinal));
        for (var press = 0; press < 2; press++)
        {
            Host.Time.Advance(TimeSpan.FromMinutes(1));
            await PressAsync(panel, "Ask again");
            panel.WaitForAssertion(() => Assert.Contains("is sent again: ", panel.Markup, StringComparison.Ordinal));
        }

        Host.Time.Advance(TimeSpan.FromMinutes(1));
        await PressAsync(panel, "Ask again");
        panel.WaitForAssertion(() => Assert.Contains("Too many messages", panel.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_message_by_which_more_is_agreed_to_is_sent_again_as_soon_as_it_may_be()
    {
        var served = await Host.ConfirmedAsync((await Host.AskedAsync(_nppo, _boss, _connection, "FR")).Id);
        await Host.StoreAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ExecuteUpdateAsync(
            db.Set<ServedCountry>(), set => set.SetProperty(one => one.AgreedSends, false).SetProperty(one => one.ToldAt, Host.Now())));
        var panel = Open(_boss);
        panel.WaitForAssertion(() => Assert.Contains("Its message can be sent again:", panel.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(panel.FindAll("button"), IsSendAgain);

        // The page asks again a little later than the moment itself.
        await panel.InvokeAsync(() => Host.Time.Advance(ServedCountry.PauseOfAsking + TimeSpan.FromSeconds(2)));
        panel.WaitForAssertion(() => Assert.Contains(panel.FindAll("button"), IsSendAgain));
        await PressAsync(panel, "Send again");

        panel.WaitForAssertion(() => Assert.Contains("is sent again: ", panel.Markup, StringComparison.Ordinal));
        Assert.Contains("The connection does more than you have agreed to",
            (await Host.EmailAsync(ServingEmails.LinkKind, served.Id)).Text, StringComparison.Ordinal);
        await Host.StoreAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ExecuteUpdateAsync(
            db.Set<ServedCountry>(), set => set.SetProperty(one => one.UntoldSince, Host.Now())));
        var later = Open(_boss);
        later.WaitForAssertion(() => Assert.Contains("is told in some minutes", later.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(later.FindAll("button"), IsSendAgain);

        static bool IsSendAgain(AngleSharp.Dom.IElement button) =>
            button.TextContent.Trim().StartsWith("Send again", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_named_stands_there_with_the_reason_and_cannot_be_chosen()
    {
        var link = await Host.LinkOfAsync(await Host.EmailAsync(
            ServingEmails.AskedKind, (await Host.AskedAsync(_nppo, _boss, _connection, "FR")).Id));
        Assert.True((await Host.Get<DeclineServing>().HandleAsync(new(link, "No."), default)).IsSuccess);
        await Host.AskedAsync(_nppo, _boss, _connection, "DE");
        var panel = Open(_boss);
        panel.WaitForElement("button");
        await PressAsync(panel, "Name countries");

        Assert.Equal(
            ["France – has declined, can be asked again from Wednesday 1 April 2026", "Germany – named by you already"],
            panel.FindAll("#serving-country option[disabled]").Select(option => Plain(option.TextContent)));
    }

    [Fact]
    public async Task Who_was_chosen_and_has_declined_meanwhile_is_named_with_the_day()
    {
        var panel = Open(_boss);
        panel.WaitForElement("button");
        await PressAsync(panel, "Name countries");
        await panel.Find("#serving-country").ChangeAsync("FR");
        await PressAsync(panel, "Ask the contact points");
        var link = await Host.LinkOfAsync(await Host.EmailAsync(
            ServingEmails.AskedKind, (await Host.AskedAsync(_nppo, _boss, _connection, "FR")).Id));
        Assert.True((await Host.Get<DeclineServing>().HandleAsync(new(link, "No."), default)).IsSuccess);

        await PressAsync(panel, "Send the messages");

        panel.WaitForAssertion(() => Assert.Contains("It can be asked again from Wednesday 1 April 2026",
            Plain(panel.Find(".field-error").TextContent), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_connection_there_is_nothing_to_say()
    {
        var (other, _) = await Host.ConfirmedNppoAsync("CH", Given.Awa with { Email = "ch@example.org" });
        var boss = await Host.ActiveMemberAsync(other.Id, NppoRole.Administrator, "boss.ch@example.org");

        Assert.Equal("", Open(boss, other.Id).Markup.Trim());
    }

    private IRenderedComponent<ServingPanel> Open(Actor actor, Guid? nppo = null) => Open<ServingPanel>(
        actor, "/nppo/integration", parameters => parameters.Add(panel => panel.NppoId, nppo ?? _nppo));

    private static string Plain(string text) => string.Concat(text.Where(sign => sign is not ('\u2068' or '\u2069'))).Trim();

    private static Task PressAsync(IRenderedComponent<ServingPanel> panel, string label)
    {
        var button = panel.FindAll("button").First(one => one.TextContent.Trim().StartsWith(label, StringComparison.Ordinal));
        return button.GetAttribute("type") == "submit" ? button.Closest("form")!.SubmitAsync() : button.ClickAsync();
    }
}
