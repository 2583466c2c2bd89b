using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Register;

/// <summary>What was typed outlives whatever goes wrong.</summary>
public sealed class RegisterLossTests : BrowserTests
{
    [Fact]
    public async Task A_server_that_is_killed_and_started_again_has_kept_everything()
    {
        await using var app = await ConsoleApp.StartAsync(RegisterConsole.WithoutDemo);
        var page = await OpenAsync(app, path: "/register");
        var walk = new RegisterWalk(page);
        await walk.InformAsync();
        await walk.FillOrganizationAsync("BEN", "Benin");
        await walk.Field("Family name").FillAsync("Adjovi");
        await walk.SavedAsync();

        ServerMayVanish = true;
        var comesBackByItself = page.WaitForResponseAsync(response => response.Request.IsNavigationRequest);
        app.Kill();
        await app.StartAgainAsync();
        await comesBackByItself;

        await walk.AtAsync("Representative");
        await Expect(walk.Field("Family name")).ToHaveValueAsync("Adjovi");
        await page.GetByRole(AriaRole.Link, new() { Name = "Back" }).ClickAsync();
        await Expect(walk.Field("Country")).ToHaveValueAsync("Benin");
        await Expect(walk.Field("Address")).ToHaveValueAsync("BP V 7\nAbidjan");
    }

    [Fact]
    public async Task The_second_of_two_tabs_is_told_at_once_and_keeps_its_form()
    {
        await using var app = await ConsoleApp.StartAsync(RegisterConsole.WithoutDemo);
        var first = new RegisterWalk(await OpenAsync(app));
        var second = new RegisterWalk(await OpenAsync(app));
        await first.ReviewAsync("ML", "Mali", "first@plants.example.org");
        await second.ReviewAsync("ML", "Mali", "second@plants.example.org");

        await first.Submit.ClickAsync();
        await Expect(first.Page).ToHaveURLAsync(new Uri(app.BaseAddress, "/registration").AbsoluteUri);
        await Expect(second.Page.Locator(".register-prospect")).ToContainTextAsync("A registration is already open for Mali");

        await second.Submit.ClickAsync();
        await Expect(second.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is one registration per country at a time");
        await Expect(second.Page.Locator("dd", new() { HasText = "second@plants.example.org" })).ToBeVisibleAsync();
        await second.FitsAndIsAccessibleAsync();
    }
}
