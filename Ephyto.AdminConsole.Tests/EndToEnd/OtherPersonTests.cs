using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>The page of one person stays open while another signs in in the same browser.</summary>
public sealed class OtherPersonTests(StrippedPathApp console) : BrowserTests, IClassFixture<StrippedPathApp>
{
    [Fact]
    public async Task A_page_that_its_reader_comes_back_to_says_who_is_signed_in_now_and_offers_to_reload()
    {
        await SeedAsync("one", "two");
        var page = await SignInAsync(Visitor.English, "one@example.org", "/account/manage/profile");
        var beside = await BesideAsync(page);
        await beside.GotoAsync(console.App.AddressOf("/account/manage"));
        await beside.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).Or(
            beside.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true })).First.ClickAsync();
        await Expect(beside).ToHaveURLAsync(console.App.AddressOf("/"));
        await beside.GotoAsync(console.App.AddressOf("/account/sign-in?returnUrl=%2Faccount%2Fmanage%2Fprofile"));
        await beside.SignInAsync("two@example.org", "/account/manage/profile");

        await ComeBackAsync(page);

        var dialog = page.Locator("#session-warning");
        await Expect(dialog).ToContainTextAsync("This browser is signed in as two@example.org now");
        await page.ShouldHaveNoAxeViolationsAsync();
        await dialog.GetByRole(AriaRole.Link, new() { Name = "Reload the page" }).ClickAsync();
        await Expect(page.Locator("body")).ToContainTextAsync("two@example.org");
        await Expect(dialog).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_is_pressed_in_a_circuit_is_done_by_whom_it_was_shown_to()
    {
        var people = await SeedMembersAsync("CG");
        var page = await SignInAsync(Visitor.English, "boss.cg@example.org", "/nppo/members");
        await ReplaceCookieAsync(page, "colleague.cg@example.org");

        await page.GetByRole(AriaRole.Button, new() { Name = PageTexts.English.Invite }).ClickAsync();
        await page.Locator("#invite-email").FillAsync("invited.cg@example.org");
        await page.GetByRole(AriaRole.Button, new() { Name = PageTexts.English.SendInvitation }).ClickAsync();
        await Expect(page.GetByText("invited.cg@example.org").First).ToBeVisibleAsync();
        Assert.Equal(people.Boss, await console.App.SeedAsync(host => host.StoreAsync(
            db => db.Set<Member>().Where(m => m.Email == "invited.cg@example.org").Select(m => m.InvitedBy).SingleAsync())));

        await ComeBackAsync(page);
        await Expect(page.Locator("#session-warning")).ToContainTextAsync("This browser is signed in as colleague.cg@example.org now");
    }

    [Fact]
    public async Task A_page_that_was_paused_does_not_go_on_as_another_person()
    {
        await SeedMembersAsync("TD");
        var page = await SignInAsync(Visitor.English, "boss.td@example.org", "/nppo/members");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Invite" }).First).ToBeEnabledAsync();
        await ReplaceCookieAsync(page, "colleague.td@example.org");

        await page.EvaluateAsync("() => { Blazor.pauseCircuit().then(() => Blazor.resumeCircuit()); }");

        await page.WaitForURLAsync("**/form-problem?**");
        var main = page.GetByRole(AriaRole.Main);
        await Expect(main)
            .ToContainTextAsync("The page was shown to boss.td@example.org. Meanwhile colleague.td@example.org has signed in");
        await page.ShouldHaveNoAxeViolationsAsync();
        await main.GetByRole(AriaRole.Link, new() { Name = "Load the page again" }).ClickAsync();
        await page.WaitForURLAsync("**/nppo/members");
    }

    [Fact]
    public async Task Without_JavaScript_a_form_shown_to_one_person_is_not_acted_on_as_another()
    {
        await SeedAsync("three", "four");
        var page = await SignInAsync(Visitor.English.WithoutJavaScript(), "three@example.org", "/account/manage/profile");
        await ReplaceCookieAsync(page, "four@example.org");
        await page.GetByLabel("Name").FillAsync("Changed");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        var main = page.GetByRole(AriaRole.Main);
        await Expect(main).ToContainTextAsync("The form was shown to three@example.org. Meanwhile four@example.org has signed in");
        Assert.Equal(0,
            await console.App.SeedAsync(host => host.StoreAsync(db => db.Users.CountAsync(user => user.DisplayName == "Changed"))));
        await main.GetByRole(AriaRole.Link, new() { Name = "Go on as I am signed in" }).ClickAsync();
    }

    /// <summary>
    /// Browsers that tests drive keep each tab in front: what a tab hears when its reader turns to it is said to it here.
    /// </summary>
    private static async Task ComeBackAsync(IPage page) => await page.EvaluateAsync("() => { dispatchEvent(new Event('focus')); }");

    private async Task ReplaceCookieAsync(IPage page, string email)
    {
        var other = await SignInAsync(Visitor.English, email, "/account/manage");
        var session = (await other.Context.CookiesAsync())
            .Single(cookie => cookie.Name.EndsWith("ephyto-session", StringComparison.Ordinal));
        await page.Context.AddCookiesAsync([new()
        {
            Name = session.Name, Value = session.Value, Domain = session.Domain, Path = session.Path, HttpOnly = true,
            Secure = session.Secure, SameSite = session.SameSite,
        }]);
    }

    private Task<bool> SeedAsync(params string[] names) => console.App.SeedAsync(async host =>
    {
        foreach (var name in names) await host.AccountAsync($"{name}@example.org");
        return true;
    });

    private Task<(Guid Boss, Guid Colleague)> SeedMembersAsync(string country) => console.App.SeedAsync(async host =>
    {
        var (nppo, _) = await host.ConfirmedNppoAsync(country, Given.Awa with { Email = $"{country}@example.org".ToLowerInvariant() });
        var boss = await host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, $"boss.{country}@example.org".ToLowerInvariant());
        return (boss.Id,
            (await host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, $"colleague.{country}@example.org".ToLowerInvariant())).Id);
    });

    private async Task<IPage> SignInAsync(Visitor visitor, string email, string path)
    {
        var page = await OpenAsync(console.App, visitor, $"/account/sign-in?returnUrl={Uri.EscapeDataString(path)}");
        await page.SignInAsync(email, path);
        return page;
    }
}
