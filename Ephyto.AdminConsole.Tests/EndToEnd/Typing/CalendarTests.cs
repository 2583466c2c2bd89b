using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd.Typing;

/// <summary>A calendar that is open stays open, and a day of which one number is typed keeps that number, on a long line too.</summary>
public sealed partial class CalendarTests(TypingApp console) : TypingJourney(console), IClassFixture<TypingApp>
{
    [Fact]
    public async Task No_day_is_taken_from_somebody_who_chooses_or_types_it()
    {
        List<CalendarUser> users =
        [
            .. await BeginAsync(await SignInAsync("boss@example.org", "/nppo"), CalendarForms.OfMembers),
            .. await BeginAsync(await SignInAsync("chief@example.org", "/hub"), CalendarForms.OfTheHub),
        ];
        foreach (var roundTrip in RoundTrips)
        {
            Console.Line.RoundTrip = TimeSpan.FromMilliseconds(roundTrip);
            for (var turn = 0; await OfTurnAsync(users, turn) is { Count: > 0 } those; turn++)
            {
                foreach (var user in those) await user.OpenAsync(turn);
                await Console.ChangeAsync();
                await Console.Line.QuietAsync();
                foreach (var user in those) await user.ChooseAsync();
                await Console.Line.QuietAsync();
                foreach (var user in those) await user.ShouldBeAsItWasAsync();

                // Each hand leaves its field and comes back to it: the list without the filter has to be there before, or its coming is
                // what is seen.
                foreach (var user in those) await user.EmptyAsync(turn);
                await Console.Line.QuietAsync();
                foreach (var user in those) await user.TypeAsync();
                await Console.ChangeAsync();
                await Console.Line.QuietAsync();
                foreach (var user in those) await user.EndAsync();
                await Console.Line.QuietAsync();
                foreach (var user in those) await user.ShouldBeAsItWasAsync();
            }
        }
    }

    [Fact]
    public async Task A_day_that_is_chosen_or_half_typed_when_the_page_comes_to_life_stays()
    {
        var page = await SignInAsync("boss@example.org", "/nppo");
        var typing = await BesideAsync(page);
        var circuits = await page.HoldCircuitsAsync();
        foreach (var tab in new[] { page, typing }) await tab.GotoAsync("/nppo/history");
        var (chooser, writer) = (new CalendarUser(page, CalendarForms.OfMembers[1]), new CalendarUser(typing, CalendarForms.OfMembers[1]));
        await chooser.OpenAsync(0);
        await writer.BeginAsync(1);
        circuits.SetResult();
        await Console.Line.QuietAsync();
        await chooser.ChooseAsync();
        await writer.EndAsync();

        foreach (var tab in new[] { page, typing }) await Expect(tab.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);
        await Console.Line.QuietAsync();
        await chooser.ShouldBeAsItWasAsync();
        await writer.ShouldBeAsItWasAsync();
    }

    [Fact]
    public async Task A_half_typed_day_is_not_sent_as_none()
    {
        var page = await SignInAsync("boss@example.org", "/nppo/members");
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite a colleague" }).ClickAsync();
        await page.Locator("#invite-email").FillAsync("half.a.day@example.org");
        await new CalendarUser(page, CalendarForms.OfMembers[0]).BeginAsync(0);
        await page.Keyboard.PressAsync("Enter");
        await Console.Line.QuietAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the invitation" }).ClickAsync();
        await Console.Line.QuietAsync();

        await Expect(page.Locator("#invite-last-day")).ToBeFocusedAsync();
        await Expect(page.Locator("#invite-email")).ToHaveValueAsync("half.a.day@example.org");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "half.a.day@example.org" })).ToHaveCountAsync(0);
    }

    [Fact]
    public void Every_component_with_a_day_on_a_living_page_is_held()
    {
        var having = Repository.SourceFiles(".razor")
            .Where(TypingTests.IsOfLivingPages).Where(file => Days().IsMatch(Repository.Read(file)));

        Assert.Equal(
            having.Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal),
            CalendarForms.OfMembers.Concat(CalendarForms.OfTheHub).SelectMany(form => form.Takes).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("""type="(date|month|week|time|datetime-local)"|<Mud(Date|Time)(Range)?Picker\b""")]
    private static partial Regex Days();

    private async Task<IEnumerable<CalendarUser>> BeginAsync(IPage first, IReadOnlyList<TypedForm> forms)
    {
        List<CalendarUser> users = [];
        foreach (var form in forms)
        {
            var tab = await BesideAsync(first);
            await tab.GotoAsync(form.Path);
            await Expect(tab.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);
            await form.PressAsync(tab);
            users.Add(new CalendarUser(tab, form));
            await Expect(tab.Locator($"{form.Scope} :is(input[type=date], input[type=month])").First).ToBeVisibleAsync();
        }

        return users;
    }

    private static async Task<List<CalendarUser>> OfTurnAsync(List<CalendarUser> users, int turn)
    {
        List<CalendarUser> those = [];
        foreach (var user in users) if (turn < await user.CountAsync()) those.Add(user);
        return those;
    }
}
