using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Data.Sqlite;
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
        // The page may still say "saved" of the answer before.
        await Eventually.TrueAsync(() => IsStoredAsync(app, "Adjovi"), "the name in the store");

        ServerMayVanish = true;
        var comesBackByItself = page.WaitForResponseAsync(
            response => response.Request.IsNavigationRequest, new() { Timeout = 120_000 });
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
    public async Task The_second_of_two_people_is_told_as_soon_as_the_first_is_verified_and_keeps_their_form()
    {
        await using var app = await ConsoleApp.StartAsync(RegisterConsole.WithoutDemo);
        var first = new RegisterWalk(await OpenAsync(app));
        var second = new RegisterWalk(await OpenAsync(app));
        await first.ReviewAsync("ML", "Mali", "first@plants.example.org");
        await second.ReviewAsync("ML", "Mali", "second@plants.example.org");

        await first.Submit.ClickAsync();
        await Expect(first.Page).ToHaveURLAsync(new Regex("/registration\\?link=[0-9a-f]+$"));
        await Expect(second.Page.Locator(".register-prospect")).ToContainTextAsync("You can register");
        await first.Page.GotoAsync((await app.Mailbox.MessageAsync("first@plants.example.org")).LinkTo("/register/verify/"));
        await first.Button("Verify e-mail address").ClickAsync();
        await Expect(second.Page.Locator(".register-prospect")).ToContainTextAsync("A registration is already open for Mali");

        await second.Submit.ClickAsync();
        await Expect(second.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is one verified registration per country at a time");
        await Expect(second.Page.Locator("dd", new() { HasText = "second@plants.example.org" })).ToBeVisibleAsync();
        await second.FitsAndIsAccessibleAsync();
    }

    private static async Task<bool> IsStoredAsync(ConsoleApp app, string text)
    {
        await using var store =
            new SqliteConnection($"Data Source={Path.Combine(app.DataDirectory, "console.db")};Mode=ReadOnly;Pooling=False");
        await store.OpenAsync();
        await using var drafts = new SqliteCommand("SELECT COUNT(*) FROM RegistrationDrafts WHERE instr(Payload, $text) > 0", store);
        drafts.Parameters.AddWithValue("$text", text);
        return (long)(await drafts.ExecuteScalarAsync())! > 0;
    }
}
