using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Tests.Features.Registrations.Register;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd.Typing;

/// <summary>
/// What is typed stays, on a long line too: no answer that is under way, and nobody else's act, takes a letter, the focus, the
/// caret or an open list from a person who types.
/// </summary>
public sealed partial class TypingTests(TypingApp console) : TypingJourney(console), IClassFixture<TypingApp>
{
    [Fact]
    public async Task Nothing_is_taken_from_a_member_who_types() =>
        await TypeEverywhereAsync(await SignInAsync("boss@example.org", "/nppo"), TypingForms.OfMembers(Console));

    [Fact]
    public async Task Nothing_is_taken_from_an_officer_who_types() =>
        await TypeEverywhereAsync(await SignInAsync("chief@example.org", "/hub"), TypingForms.OfTheHub(Console));

    [Fact]
    public async Task Nothing_is_taken_from_people_who_came_by_a_link()
    {
        var tracker = (await Console.App.Mailbox.MessageAsync("ga@example.org", "/registration/")).LinkTo("/registration/");
        var contactPoint = (await Console.App.Mailbox.MessageAsync("ocp.GA@example.org", "/contact-point/")).LinkTo("/contact-point/");
        Console.Line.RoundTrip = TimeSpan.FromMilliseconds(RoundTrips[0]);
        await TypeEverywhereAsync(await OpenAsync(Console.App, at: Console.Line.Address), TypingForms.OfLinks(tracker, contactPoint));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(1000)]
    public async Task Nothing_is_taken_from_a_representative_who_chooses_the_country_and_types_on(int roundTrip)
    {
        Console.Line.RoundTrip = TimeSpan.FromMilliseconds(roundTrip);
        var page = await OpenAsync(Console.App, at: Console.Line.Address, path: "/register");
        var walk = new RegisterWalk(page);
        await walk.InformAsync();
        await TypeOnAsync(walk, "Country", "ivory coast", "Côte d’Ivoire");
        await TypeOnAsync(walk, "Organization name", "Plant Inspectorate of the North");
        await Console.ChangeAsync();
        await TypeOnAsync(walk, "Organization name in English", "Plant Inspectorate");
        await TypeOnAsync(walk, "Address", "Plateau, Abidjan");
        await TypeOnAsync(walk, "Website", "https://www.example.org");
        await Console.Line.QuietAsync();
        await Expect(walk.Field("Website")).ToBeFocusedAsync();
        await Expect(page.Locator(".register-prospect")).ToContainTextAsync("Côte d’Ivoire");
        await Expect(walk.Field("Country")).ToHaveValueAsync("Côte d’Ivoire");
        await Expect(walk.Field("Organization name")).ToHaveValueAsync("Plant Inspectorate of the North");
        await walk.Field("National system").CheckAsync();
        await walk.ContinueToAsync("Representative");

        await walk.Field("Title").FocusAsync();
        foreach (var (field, text) in new[]
        {
            ("Title", "Ms"), ("Given name", "Awa"), ("Family name", "Kouassi"), ("Job title", "Head"), ("E-mail", "awa@plants.example.org"),
            ("Phone", "+225 27 20 00 00 00"),
        })
            await TypeOnAsync(walk, field, text);
        await walk.ContinueToAsync("Review and submit");
        foreach (var text in new[]
        {
            "Côte d’Ivoire", "Plant Inspectorate of the North", "Plateau, Abidjan", "Awa", "Kouassi", "awa@plants.example.org",
            "+225 27 20 00 00 00",
        })
            await Expect(page.Locator("dd").Filter(new() { HasText = text }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_answer_about_a_field_that_was_left_does_not_undo_what_is_typed_after_coming_back()
    {
        Console.Line.RoundTrip = TimeSpan.Zero;
        var page = await OpenAsync(Console.App, at: Console.Line.Address, path: "/register");
        var walk = new RegisterWalk(page);
        await walk.InformAsync();
        await Console.Line.QuietAsync();
        Console.Line.RoundTrip = TimeSpan.FromMilliseconds(RoundTrips[0]);
        await walk.Field("Website").ClickAsync();
        await page.Keyboard.TypeAsync("www.example.org");
        foreach (var key in new[] { "Tab", "Shift+Tab", "End" }) await page.Keyboard.PressAsync(key);
        await page.Keyboard.TypeAsync("/plants");
        await page.Keyboard.PressAsync("ArrowLeft");

        await Console.Line.QuietAsync();
        await Expect(walk.Field("Website")).ToBeFocusedAsync();
        await Expect(walk.Field("Website")).ToHaveValueAsync("www.example.org/plants");
        Assert.Equal("www.example.org/plants".Length - 1, await walk.Field("Website").EvaluateAsync<int>("field => field.selectionStart"));
        await page.Keyboard.PressAsync("Tab");
        await Expect(walk.Field("Website")).ToHaveValueAsync("https://www.example.org/plants");
    }

    [Fact]
    public async Task A_form_that_another_person_takes_away_leaves_the_words_the_caret_and_the_next_letters()
    {
        var asking = await Console.AskToJoinAsync("Yaw", "yaw@example.org");
        var page = await SignInAsync("boss@example.org", "/nppo");
        await page.GotoAsync("/nppo/members");
        var card = page.Locator(".request-card").Filter(new() { HasText = "Yaw" });
        await card.GetByRole(AriaRole.Button, new() { Name = "Refuse" }).ClickAsync();
        await card.GetByLabel("Reason").ClickAsync();
        await page.Keyboard.TypeAsync("Nobody here nows you.");
        for (var back = 0; back < "nows you.".Length; back++) await page.Keyboard.PressAsync("ArrowLeft");

        await Console.RefuseAsync(asking);
        var words = page.GetByRole(AriaRole.Complementary, new() { Name = "What you were typing" }).GetByRole(AriaRole.Textbox);
        await Expect(words).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("k");
        await Expect(words).ToHaveValueAsync("Nobody here knows you.");
        // The card stays, with who answered and the words of before; the form is gone.
        await Expect(card.Locator("form")).ToHaveCountAsync(0);
        await page.ShouldHaveNoAxeViolationsAsync();
        await page.GetByRole(AriaRole.Complementary, new() { Name = "What you were typing" })
            .GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        await Expect(words).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_page_that_is_gone_to_takes_no_focus_from_a_person_who_types_already()
    {
        var page = await SignInAsync("chief@example.org", "/hub");
        await Expect(page.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);
        await Console.Line.QuietAsync();
        Console.Line.RoundTrip = TimeSpan.FromMilliseconds(RoundTrips[0]);
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Outbox" }).First.ClickAsync();
        await page.Locator("#search").ClickAsync();
        await page.Keyboard.TypeAsync("nobody", new() { Delay = 15 });

        await Console.Line.QuietAsync();
        await Expect(page.Locator("#search")).ToBeFocusedAsync();
        await Expect(page.Locator("#search")).ToHaveValueAsync("nobody");
    }

    [Fact]
    public void Every_component_that_takes_text_on_a_living_page_is_typed_into()
    {
        var typed = TypingForms.OfMembers(Console).Concat(TypingForms.OfTheHub(Console)).Concat(TypingForms.OfLinks("", ""))
            .SelectMany(form => form.Takes).Concat(TypingForms.Steps).Order(StringComparer.Ordinal).ToList();
        var taking = Repository.SourceFiles(".razor").Where(TakesText).Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Order(StringComparer.Ordinal).ToList();

        Assert.Equal(taking, typed);
    }

    /// <summary>
    /// A field for words or a day, in a component that is not of plain pages alone: those are sent whole and never rendered anew.
    /// </summary>
    private static bool TakesText(string file)
    {
        if (!IsOfLivingPages(file) || Path.GetFileName(file) == "FormField.razor") return false;
        var markup = Repository.Read(file);
        return Elements().Matches(markup).Any(match => match.Groups["name"].Value switch
        {
            "input" => !NoText().IsMatch(match.Value),
            "FormField" => match.Value.EndsWith("/>", StringComparison.Ordinal),
            _ => true,
        });
    }

    internal static bool IsOfLivingPages(string file) =>
        !file.Contains("/Account/", StringComparison.Ordinal) && !file.Contains("/Tests", StringComparison.Ordinal) && !IsOfPlainPages(file)
        && !Repository.Read(file).Contains("[ExcludeFromInteractiveRouting]", StringComparison.Ordinal);

    // The words of a notice for a colleague: read, not written. A refused form that is sent again. The plan of the readiness check.
    private static bool IsOfPlainPages(string file) =>
        Path.GetFileName(file) is "GuideNotice.razor" or "SendAgain.razor" or "NationalPlan.razor";

    [GeneratedRegex("""<(?<name>input|textarea|FormField)\b(?:"[^"]*"|[^">])*>""")]
    private static partial Regex Elements();

    [GeneratedRegex("""type="(hidden|checkbox|radio|file|month)"|tabindex="-1"|\breadonly\b""")]
    private static partial Regex NoText();

    private static async Task TypeOnAsync(RegisterWalk walk, string field, string text, string? becomes = null)
    {
        var at = walk.Field(field);
        if (field == "Country") await at.ClickAsync();
        else await Expect(at).ToBeFocusedAsync();
        await walk.Page.Keyboard.TypeAsync(text, new() { Delay = 15 });
        Assert.Equal(text, await at.InputValueAsync());
        if (field == "Website") return;
        await walk.Page.Keyboard.PressAsync("Tab");
        await Expect(at).ToHaveValueAsync(becomes ?? text);
    }

    /// <summary>
    /// Forms beside each other, each in a tab: begun and filled in over the longest line first, then again over the shorter ones.
    /// </summary>
    private async Task TypeEverywhereAsync(IPage first, IReadOnlyList<TypedForm> forms)
    {
        foreach (var some in forms.Chunk(TabsAtOnce)) await TypeBesideAsync(first, some);
    }

    private async Task TypeBesideAsync(IPage first, IReadOnlyList<TypedForm> forms)
    {
        Console.Line.RoundTrip = TimeSpan.Zero;
        List<(IPage Page, TypedForm Form)> tabs = [];
        foreach (var form in forms)
        {
            tabs.Add((await BesideAsync(first), form));
            await tabs[^1].Page.GotoAsync(form.Path);
        }

        foreach (var roundTrip in RoundTrips)
        {
            Console.Line.RoundTrip = TimeSpan.FromMilliseconds(roundTrip);
            var users = tabs.Select(tab => new TypingUser(tab.Page, tab.Form)).ToList();
            if (roundTrip == RoundTrips[0]) await Task.WhenAll(tabs.Select(tab => tab.Form.BeginAsync(tab.Page)));
            var typing = Task.WhenAll(users.Select(user => user.TypeAsync($"Words over {roundTrip} ms")));
            await ChangeUntilAsync(typing);
            await typing;
            await Console.Line.QuietAsync();
            foreach (var user in users) await user.ShouldHaveLostNothingAsync();
        }

        foreach (var (page, _) in tabs) await page.CloseAsync();
    }

    private async Task ChangeUntilAsync(Task typing)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(800));
        while (!typing.IsCompleted)
        {
            await Console.ChangeAsync();
            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
