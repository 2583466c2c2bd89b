using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>Two tabs of one browser, each with a message of its own: what is pressed in a tab hits what that tab shows.</summary>
public sealed class TwoTabsTests(StrippedPathApp console) : BrowserTests, IClassFixture<StrippedPathApp>
{
    [Theory]
    [InlineData(true, "KE", "GH", "Kenya", "Ghana")]
    [InlineData(false, "SN", "ML", "Senegal", "Mali")]
    public async Task The_contact_point_of_two_territories_confirms_the_one_it_sees(bool script, string one, string two,
        string oneName, string twoName)
    {
        await SubmittedAsync(one);
        await SubmittedAsync(two);
        var first = await OpenAsync(console.App, Visitor.English with { JavaScript = script }, await LinkAsync(one));
        await PressAsync(first, "Confirm registration");
        await Expect(first.GetByRole(AriaRole.Button, new() { Name = "Yes, confirm" })).ToBeVisibleAsync();
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync(await LinkAsync(two));
        await Expect(Title(second)).ToContainTextAsync(twoName);

        await PressAsync(first, "Yes, confirm");

        await Expect(Title(first)).ToContainTextAsync(oneName);
        await Expect(first.Locator(".page-header .chip")).ToContainTextAsync("Confirmed");
        await second.ReloadAsync();
        await Expect(Title(second)).ToContainTextAsync(twoName);
        await Expect(second.Locator(".page-header .chip")).ToContainTextAsync("Awaiting");
        await PressAsync(second, "Decline");
        await second.WaitForURLAsync("**step=decline**");
        await Expect(second.GetByRole(AriaRole.Textbox)).ToBeVisibleAsync();
        await second.GoBackAsync();
        await Expect(Title(second)).ToContainTextAsync(twoName);

        await second.GotoAsync("contact-point");
        await Expect(Title(second)).ToHaveTextAsync("Which message do you mean?");
        await second.GetByRole(AriaRole.Link, new() { Name = oneName }).ClickAsync();
        await Expect(Title(second)).ToContainTextAsync(oneName);
    }

    [Theory]
    [InlineData(true, "BJ", "TG")]
    [InlineData(false, "NE", "BF")]
    public async Task A_password_is_set_for_the_person_that_the_tab_names(bool script, string one, string two)
    {
        await console.App.SeedAsync(async host =>
        {
            await host.ConfirmedNppoAsync(one, Given.Awa with { Email = AddressOf(one), PreferredLanguage = "en" });
            await host.ConfirmedNppoAsync(two, Given.Awa with { Email = AddressOf(two), PreferredLanguage = "en" });
            return true;
        });
        var first = await OpenAsync(console.App, Visitor.English with { JavaScript = script }, await ActivationAsync(one));
        await Expect(first.Locator("input[autocomplete=username]")).ToHaveValueAsync(AddressOf(one));
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync(await ActivationAsync(two));

        await FillPasswordAsync(first);
        await PressAsync(first, "Activate the account");
        await first.WaitForURLAsync("**/nppo");

        await Expect(second.Locator("input[autocomplete=username]")).ToHaveValueAsync(AddressOf(two));
        await second.ReloadAsync();
        await Expect(second.GetByText(AddressOf(one)).First).ToBeVisibleAsync();
        await Expect(second.GetByText(AddressOf(two)).First).ToBeVisibleAsync();
        await PressAsync(second, "Sign out and go on");
        await Expect(second.Locator("input[autocomplete=username]")).ToHaveValueAsync(AddressOf(two));
    }

    [Theory]
    [InlineData(true, "GM", "GN", "Gambia", "Guinea")]
    [InlineData(false, "LR", "SL", "Liberia", "Sierra Leone")]
    public async Task A_tracker_withdraws_the_registration_that_the_tab_shows(bool script, string one, string two,
        string oneName, string twoName)
    {
        await SubmittedAsync(one);
        await SubmittedAsync(two);
        var first = await OpenAsync(console.App, Visitor.English with { JavaScript = script }, await TrackerAsync(one));
        await first.Locator("details", new() { Has = first.Locator("form[action='registration/withdraw']") })
            .Locator("summary").ClickAsync();
        var second = await BesideAsync(first);
        await second.GotoAsync(await TrackerAsync(two));
        await Expect(Title(second)).ToContainTextAsync(twoName);

        await first.Locator("form[action='registration/withdraw'] button").ClickAsync();

        await Expect(Title(first)).ToContainTextAsync(oneName);
        await Expect(first.Locator(".page-header .chip")).ToContainTextAsync("Withdrawn");
        await Expect(second.Locator(".page-header .chip")).ToContainTextAsync("Awaiting");
        await second.ReloadAsync();
        await Expect(Title(second)).ToContainTextAsync(twoName);
        await Expect(second.Locator(".page-header .chip")).ToContainTextAsync("Awaiting");
    }

    private static ILocator Title(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    private static string AddressOf(string country) => $"{country.ToLowerInvariant()}@example.org";

    private static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    private static async Task FillPasswordAsync(IPage page)
    {
        await page.GetByLabel("New password", new() { Exact = true }).FillAsync(Given.Password);
        await page.GetByLabel("Repeat the new password").FillAsync(Given.Password);
    }

    private Task<Guid> SubmittedAsync(string country) => console.App.SeedAsync(host => host.SubmittedAsync(
        country, Given.Awa with { Email = AddressOf(country), PreferredLanguage = "en" }));

    private async Task<string> LinkAsync(string country) =>
        (await console.App.Mailbox.MessageAsync($"ocp.{country}@example.org", "/contact-point/")).LinkTo("/contact-point/");

    private async Task<string> TrackerAsync(string country) =>
        (await console.App.Mailbox.MessageAsync(AddressOf(country), "/registration/")).LinkTo("/registration/");

    private async Task<string> ActivationAsync(string country) =>
        (await console.App.Mailbox.MessageAsync(AddressOf(country), "/account/activate/")).LinkTo("/account/activate/");
}
