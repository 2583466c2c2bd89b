using Bunit;
using Ephyto.AdminConsole.Components.Nppos;
using Ephyto.AdminConsole.Features.ContactPoints.Pages;
using Ephyto.AdminConsole.Features.Nppos.Staff.Pages;
using Ephyto.AdminConsole.Field.Serving;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Features.Serving;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Serving;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace Ephyto.AdminConsole.Tests.Features.Nppos.Staff;

/// <summary>What the hub sees of countries that are served, where it works.</summary>
public sealed class ServingOrganizationTests : PageTests
{
    private const string Union = "Direction de la protection des végétaux";

    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Guid _connection;
    private Actor _hub = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_nppo, _boss, _connection) = await Host.ServingOrganizationAsync();
        _hub = await Host.AppointAsync(HubRole.HubAdministrator);
    }

    [Fact]
    public async Task Before_it_is_suspended_lifted_or_closed_the_countries_that_it_serves_are_named()
    {
        await ServeAsync("FR", "DE");
        var (dialogs, page) = Open(_nppo);

        var suspending = page.WaitForElement("#manage ~ span .button-quiet").ClickAsync();
        dialogs.WaitForAssertion(() => Assert.Contains(
            "Countries that its connections serve (2): France, Germany. As long as the suspension lasts, nothing is exchanged for them.",
            dialogs.Markup, StringComparison.Ordinal));
        await dialogs.Find("textarea").ChangeAsync("Their key was lost.");
        await dialogs.Find(".button-danger").ClickAsync();
        await suspending;

        page.WaitForAssertion(() => Assert.Contains("is suspended", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        var lifting = Buttons(page).Single(button => button.TextContent.StartsWith("Reactivate", StringComparison.Ordinal)).ClickAsync();
        dialogs.WaitForAssertion(() => Assert.Contains(
            "(2): France, Germany. Exchange for them goes on at once.", dialogs.Markup, StringComparison.Ordinal));
        await Buttons(dialogs).Last(button => button.TextContent.Contains("Reactivate", StringComparison.Ordinal)).ClickAsync();
        await lifting;

        page.WaitForAssertion(() => Assert.Contains("is active again", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        var closing = page.Find("#manage ~ span .button-danger").ClickAsync();
        dialogs.WaitForAssertion(() => Assert.Contains(
            "(2): France, Germany. They are no longer served from today on.", dialogs.Markup, StringComparison.Ordinal));
        await CancelAsync(dialogs);
        await closing;
    }

    [Fact]
    public async Task Countries_that_were_asked_and_have_not_answered_are_named_as_such_and_what_becomes_of_the_question()
    {
        await AskAsync("FR");
        var (dialogs, page) = Open(_nppo);

        var suspending = page.WaitForElement("#manage ~ span .button-quiet").ClickAsync();
        dialogs.WaitForAssertion(() => Assert.Contains(
            "Countries that were asked and have not answered yet (1): France. The question stays open.", Plain(dialogs.Markup),
            StringComparison.Ordinal));
        Assert.DoesNotContain("Countries that its connections serve", dialogs.Markup, StringComparison.Ordinal);
        await AskAsync("DE");
        dialogs.WaitForAssertion(() => Assert.Contains("(2): France, Germany.", Plain(dialogs.Markup), StringComparison.Ordinal));
        await dialogs.Find("textarea").ChangeAsync("Their key was lost.");
        await dialogs.Find(".button-danger").ClickAsync();
        await suspending;

        page.WaitForAssertion(() => Assert.Contains("is suspended", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        var lifting = Buttons(page).Single(button => button.TextContent.StartsWith("Reactivate", StringComparison.Ordinal)).ClickAsync();
        dialogs.WaitForAssertion(() => Assert.Contains("(2): France, Germany. The question stays open.", Plain(dialogs.Markup),
            StringComparison.Ordinal));
        await CancelAsync(dialogs);
        await lifting;
        var closing = page.Find("#manage ~ span .button-danger").ClickAsync();
        dialogs.WaitForAssertion(() => Assert.Contains(
            "(2): France, Germany. The question ends, and their contact points are told by e-mail.", Plain(dialogs.Markup),
            StringComparison.Ordinal));
        await CancelAsync(dialogs);
        await closing;
    }

    [Fact]
    public async Task Many_countries_are_folded_away_and_stand_below_the_words()
    {
        await ServeAsync("AT", "BE", "DE", "FR", "IT", "PT");
        var (dialogs, page) = Open(_nppo);

        var closing = page.WaitForElement("#manage ~ span .button-danger").ClickAsync();

        dialogs.WaitForAssertion(() => Assert.Contains("Austria, Belgium, France, Germany, Italy and 1 more.", Plain(dialogs.Markup),
            StringComparison.Ordinal));
        Assert.Equal("Austria, Belgium, France, Germany, Italy, Portugal", dialogs.Find("details p").TextContent);
        Assert.Equal("Name all 6", Plain(dialogs.Find("summary").TextContent));
        Assert.True(dialogs.Markup.IndexOf("<textarea", StringComparison.Ordinal)
            < dialogs.Markup.IndexOf("Countries that its connections serve", StringComparison.Ordinal));
        await CancelAsync(dialogs);
        await closing;
    }

    [Fact]
    public async Task Of_several_that_are_suspended_those_who_were_asked_are_named_too()
    {
        await AskAsync("FR");
        await ServeAsync("DE");
        var reader = Reader(_hub);
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Render<MudPopoverProvider>();
        var dialogs = reader.Render<MudDialogProvider>();
        reader.Services.GetRequiredService<NavigationManager>().NavigateTo("/hub/nppos?serving=serves");
        var nppos = reader.Render<NpposPage>();
        await nppos.WaitForElement("tbody input[type=checkbox]").ChangeAsync(true);

        var suspending = Buttons(nppos).First(button => button.TextContent.Trim() == "Suspend").ClickAsync();

        dialogs.WaitForAssertion(() => Assert.Contains("Countries that were asked and have not answered yet (1): France.",
            Plain(dialogs.Markup), StringComparison.Ordinal));
        Assert.Contains("Countries that its connections serve (1): Germany.", Plain(dialogs.Markup), StringComparison.Ordinal);
        await CancelAsync(dialogs);
        await suspending;
    }

    [Fact]
    public async Task A_country_that_is_served_since_the_dialog_opened_is_named_too()
    {
        await ServeAsync("FR");
        var (dialogs, page) = Open(_nppo);
        var suspending = page.WaitForElement("#manage ~ span .button-quiet").ClickAsync();
        dialogs.WaitForAssertion(() => Assert.Contains("(1): France.", dialogs.Markup, StringComparison.Ordinal));

        await ServeAsync("DE");

        dialogs.WaitForAssertion(() => Assert.Contains("(2): France, Germany.", dialogs.Markup, StringComparison.Ordinal));
        await CancelAsync(dialogs);
        await suspending;
    }

    [Fact]
    public async Task The_pages_of_both_and_of_the_contact_point_say_who_serves_whom()
    {
        await ServeAsync("FR");
        var (french, _) = await Host.ConfirmedNppoAsync("FR", Given.Awa with { Email = "first.fr@example.org" });

        var serving = Open(_nppo).Page;
        serving.WaitForAssertion(() => Assert.Equal("France",
            serving.Find("aside a[href='hub/contact-points/FR']").TextContent));
        var served = Open(french.Id).Page;
        served.WaitForAssertion(() => Assert.Equal($"{Union}, connection EU",
            Plain(served.Find($"aside a[href='hub/nppos/{_nppo}']").TextContent)));
        Assert.Contains("exchanges ePhytos for this country through its connection EU, as the official contact point has confirmed. The "
            + "public list says so.", Plain(served.Markup), StringComparison.Ordinal);

        var reader = Reader(_hub);
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        var entry = reader.Render<ContactPointEntry>(parameters => parameters.Add(p => p.CountryCode, "FR"));
        entry.WaitForAssertion(() => Assert.Equal($"{Union}, connection EU",
            Plain(entry.Find($"a[href='hub/nppos/{_nppo}']").TextContent)));
        Assert.Contains("exchanges ePhytos for this country through its connection EU", Plain(entry.Markup), StringComparison.Ordinal);
        var other = reader.Render<ContactPointEntry>(parameters => parameters.Add(p => p.CountryCode, "EU"));
        other.WaitForElement("h1");
        Assert.DoesNotContain("Served by another organization", other.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lists_mark_who_serves_and_who_is_served()
    {
        await ServeAsync("FR", "DE");
        await Host.ConfirmedNppoAsync("FR", Given.Awa with { Email = "first.fr@example.org" });
        var reader = Reader(_hub);
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Render<MudPopoverProvider>();

        reader.Services.GetRequiredService<NavigationManager>().NavigateTo("/hub/nppos");
        var nppos = reader.Render<NpposPage>();
        nppos.WaitForAssertion(() => Assert.Contains("Serves other countries: 2", Plain(nppos.Markup), StringComparison.Ordinal));
        Assert.Contains($"Served through {Union} (EU)", Plain(nppos.Markup), StringComparison.Ordinal);
        reader.Services.GetRequiredService<NavigationManager>().NavigateTo("/hub/contact-points?search=france");
        var directory = reader.Render<ContactPointList>();
        directory.WaitForAssertion(() =>
            Assert.Contains($"Served through {Union} (EU)", Plain(directory.Markup), StringComparison.Ordinal));
    }

    private static string Plain(string text) => string.Concat(text.Where(sign => sign is not ('\u2068' or '\u2069')));

    private static Task CancelAsync(IRenderedComponent<MudDialogProvider> dialogs) =>
        Buttons(dialogs).Single(button => button.TextContent.Trim() == "Cancel").ClickAsync();

    [Fact]
    public void Of_many_the_first_are_named_and_the_others_counted_in_the_readers_language()
    {
        string[] codes = ["AT", "BE", "DE", "ES", "FR", "IT", "LU", "PL", "PT", "SE"];
        var serves = codes.Select(code => new ServedThrough(
            code, _nppo, Union, "EU", Host.Now(), true, true, Host.Now(), null, IsSet: true)).ToList();
        using var culture = CultureScope.Enter("fr");
        var sentences = Host.Get<ServedSentences>();

        Assert.StartsWith(
            "Pays que ses connexions desservent (10)\u00a0: Allemagne, Autriche, Belgique, Espagne, France et 5 de plus. Tant que dure la "
                + "suspension,",
            sentences.SentenceOf(ServedAct.Suspend, isLive: true, serves, [])!.Replace("\u2068", "", StringComparison.Ordinal)
                .Replace("\u2069", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("n’est pas en service",
            sentences.SentenceOf(ServedAct.Suspend, isLive: false, serves, []), StringComparison.Ordinal);
        Assert.Null(sentences.SentenceOf(ServedAct.Reactivate, isLive: true, [], []));
        // Nothing was exchanged by it, but what was agreed ends.
        var idle = serves.ConvertAll(one => one with { IsSet = false });
        Assert.Null(sentences.SentenceOf(ServedAct.Suspend, isLive: true, idle, []));
        Assert.NotNull(sentences.SentenceOf(ServedAct.Close, isLive: true, idle, []));
        // Who has not agreed is no matter of becoming live.
        Assert.Null(sentences.SentenceOf(ServedAct.SetLive, isLive: true, [], ["FR"]));
    }

    private async Task ServeAsync(params string[] countries)
    {
        foreach (var country in countries) await Host.ConfirmedAsync((await AskAsync(country)).Id);
    }

    private async Task<ServedCountry> AskAsync(string country)
    {
        await Host.AddAsync(ServingWorld.Contact(country, $"contact.{country}@example.org", Host.Now()));
        return await Host.AskedAsync(_nppo, _boss, _connection, country);
    }

    private static IEnumerable<AngleSharp.Dom.IElement> Buttons<T>(IRenderedComponent<T> rendered)
        where T : IComponent => rendered.FindAll("button");

    private (IRenderedComponent<MudDialogProvider> Dialogs, IRenderedComponent<NppoPage> Page) Open(Guid nppo)
    {
        var reader = Reader(_hub);
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Render<MudPopoverProvider>();
        return (reader.Render<MudDialogProvider>(), reader.Render<NppoPage>(parameters => parameters.Add(p => p.Id, nppo)));
    }
}
