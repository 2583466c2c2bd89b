using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Tests.Features.Registrations.Register;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd.Typing;

/// <summary>
/// A list that is open stays open, its marked choice stands, and what is chosen then is what was read, on a long line too.
/// </summary>
public sealed partial class OpenListTests(TypingApp console) : TypingJourney(console), IClassFixture<TypingApp>
{
    [Fact]
    public async Task No_list_is_taken_from_a_member_who_chooses() =>
        await ChooseEverywhereAsync(await SignInAsync("boss@example.org", "/nppo"), ListForms.OfMembers);

    [Fact]
    public async Task No_list_is_taken_from_an_officer_who_chooses() =>
        await ChooseEverywhereAsync(await SignInAsync("chief@example.org", "/hub"), ListForms.OfTheHub(Console));

    [Fact]
    public async Task No_section_is_taken_from_an_applicant_who_reads()
    {
        var tracker = (await Console.App.Mailbox.MessageAsync("ga@example.org", "/registration/")).LinkTo("/registration/");
        Console.Line.RoundTrip = TimeSpan.Zero;
        await ChooseEverywhereAsync(await OpenAsync(Console.App, at: Console.Line.Address), ListForms.OfLinks(tracker));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(1000)]
    public async Task Who_is_marked_is_chosen_also_when_another_joins_meanwhile(int roundTrip)
    {
        var page = await SignInAsync("boss@example.org", "/nppo/handover");
        var successor = page.Locator("#successor");
        await Expect(page.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);
        await Console.Line.QuietAsync();
        Console.Line.RoundTrip = TimeSpan.FromMilliseconds(roundTrip);
        await successor.FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await page.Keyboard.PressAsync("End");
        var (before, marked) = (await OptionsAsync(successor),
            await successor.EvaluateAsync<string>("field => field.options[field.options.length - 1].text"));

        await Console.JoinAsync($"aaa{roundTrip}@example.org", NppoRole.Viewer);
        await Console.Line.QuietAsync();
        Assert.True(await successor.EvaluateAsync<bool>("field => field.matches(':open')"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(marked, await ChosenAsync(successor));
        await Expect(successor.Locator("option")).ToHaveCountAsync(before + 1);
        Assert.Equal(marked, await ChosenAsync(successor));
    }

    [Fact]
    public async Task A_list_that_is_opened_before_the_page_lives_stays_open()
    {
        var page = await SignInAsync("boss@example.org", "/nppo");
        var circuit = await page.HoldCircuitsAsync();
        await page.GotoAsync("/nppo/members");
        await page.Locator("#member-role").FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        circuit.SetResult();
        await Console.Line.QuietAsync();
        Assert.True(await page.Locator("#member-role").EvaluateAsync<bool>("field => field.matches(':open')"));

        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);
        await Expect(page.Locator("#member-role")).ToHaveValueAsync(nameof(NppoRole.Administrator));
        await Expect(page).ToHaveURLAsync(new Regex("role=Administrator"));
        await Expect(page.Locator("#member-role")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(1000)]
    public async Task The_list_of_countries_stays_open_with_its_mark_while_answers_come(int roundTrip)
    {
        Console.Line.RoundTrip = TimeSpan.Zero;
        var page = await OpenAsync(Console.App, at: Console.Line.Address, path: "/register");
        var walk = new RegisterWalk(page);
        await walk.InformAsync();
        await Console.Line.QuietAsync();
        Console.Line.RoundTrip = TimeSpan.FromMilliseconds(roundTrip);
        // The answer to the field that was left before is on its way, and what others register.
        await walk.Field("Website").ClickAsync();
        await page.Keyboard.TypeAsync("www.example.org");
        await walk.Field("Country").ClickAsync();
        await page.Keyboard.TypeAsync("guinea");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        var marked = page.Locator("[role=option][aria-selected=true]");
        var name = await marked.Locator("span").First.InnerTextAsync();
        await Console.ChangeAsync();
        await Console.Line.QuietAsync();
        Assert.Equal(name, await marked.Locator("span").First.InnerTextAsync());
        await page.Keyboard.PressAsync("Enter");
        await Console.Line.QuietAsync();
        await Expect(walk.Field("Country")).ToHaveValueAsync(name);
        await Expect(walk.Field("Country")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task No_answer_closes_a_section_on_somebody_who_is_in_it()
    {
        var page = await SignInAsync("chief@example.org", "/hub");
        await page.GotoAsync("/hub/registrations?kind=Recovery");
        await Expect(page.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);
        await page.Locator("#kind").FocusAsync();
        await page.Locator("#kind").SelectOptionAsync("");
        await Expect(page).ToHaveURLAsync(new Regex("/hub/registrations$"));
        await Console.Line.QuietAsync();
        await Expect(page.Locator("#kind")).ToBeFocusedAsync();
        await Expect(page.Locator("#kind")).ToBeVisibleAsync();
    }

    [Fact]
    public void Every_component_with_a_list_on_a_living_page_is_opened()
    {
        var opened = ListForms.OfMembers.Concat(ListForms.OfTheHub(Console)).Concat(ListForms.OfLinks(""))
            .SelectMany(form => form.Takes).Concat(ListForms.Others);
        var having = Repository.SourceFiles(".razor").Where(TypingTests.IsOfLivingPages)
            .Where(file => Lists().IsMatch(Repository.Read(file)));

        Assert.Equal(
            having.Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal),
            opened.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(
        @"<(select|FilterSelect|details|datalist|Mud(Select|Autocomplete|Menu|DatePicker|TimePicker|ColorPicker|Popover)(<[^>]*>)?)\b"
        + @"|role=""(combobox|listbox|menu)""|\bpopover\b")]
    private static partial Regex Lists();

    private static Task<int> OptionsAsync(ILocator field) => field.Locator("option").CountAsync();

    private static Task<string> ChosenAsync(ILocator field) => field.EvaluateAsync<string>("field => field.selectedOptions[0].text");

    /// <summary>All forms beside each other, each in a tab; every list of them at every length of the line.</summary>
    private async Task ChooseEverywhereAsync(IPage first, IReadOnlyList<TypedForm> forms)
    {
        List<ListUser> users = [];
        foreach (var form in forms)
        {
            var tab = await BesideAsync(first);
            users.Add(new ListUser(tab, form));
            await tab.GotoAsync(form.Path);
            await Expect(tab.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);
            await form.PressAsync(tab);
            await Expect(tab.Locator($"{form.Scope} :is(select, details):visible").First).ToBeVisibleAsync();
            await users[^1].OpenSectionsAsync();
        }

        foreach (var roundTrip in RoundTrips)
        {
            Console.Line.RoundTrip = TimeSpan.FromMilliseconds(roundTrip);
            // What is chosen in one list may bring another.
            for (var turn = 0; turn == 0 || turn < await MostAsync(users); turn++)
            {
                await Task.WhenAll(users.Select(user => user.OpenAsync(turn)));
                await Console.ChangeAsync();
                await Console.Line.QuietAsync();
                foreach (var user in users) await user.ChooseAsync();
                await Console.Line.QuietAsync();
                foreach (var user in users) await user.ShouldHaveChosenAsync();
            }
        }
    }

    private static async Task<int> MostAsync(IEnumerable<ListUser> users) =>
        (await Task.WhenAll(users.Select(user => user.CountAsync()))).Max();
}
