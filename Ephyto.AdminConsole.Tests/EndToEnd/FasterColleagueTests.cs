using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>Somebody types into an entry, and a colleague saves another one first: what a field shows is what will be saved.</summary>
public sealed class FasterColleagueTests(KeptPathApp console) : BrowserTests, IClassFixture<KeptPathApp>
{
    [Fact]
    public async Task Every_field_shows_the_new_entry_after_starting_from_it_and_what_was_typed_can_be_copied()
    {
        var page = await OpenEntryAsync("TD", "directory.td@example.org");
        await page.GetByLabel("Address").FillAsync("1 Road of mine");
        await page.GetByLabel("Address").BlurAsync();
        await EnterAsync("TD", "2 Road of theirs", "new.td@example.org");

        var news = page.GetByText("Somebody else changed this a moment ago").Locator("xpath=ancestor::*[@role='alert'][1]");
        await Expect(news).ToContainTextAsync("2 Road of theirs");
        await Expect(news).ToContainTextAsync("new.td@example.org");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Keep my changes" })).ToHaveCountAsync(0);
        await page.ShouldFitAndBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start from the new entry" }).ClickAsync();

        await Expect(page.GetByLabel("E-mail")).ToHaveValueAsync("new.td@example.org");
        await Expect(page.GetByLabel("Address")).ToHaveValueAsync("2 Road of theirs");
        await Expect(page.GetByText("1 Road of mine")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_does_not_collide_is_kept_on_top_of_the_new_entry()
    {
        var page = await OpenEntryAsync("CM", "directory.cm@example.org");
        await page.GetByLabel("Address").FillAsync("1 Road of mine");
        await EnterAsync("CM", "", "new.cm@example.org");

        await page.GetByRole(AriaRole.Button, new() { Name = "Keep my changes" }).ClickAsync();
        await Expect(page.GetByLabel("Address")).ToHaveValueAsync("1 Road of mine");
        await Expect(page.GetByLabel("E-mail")).ToHaveValueAsync("new.cm@example.org");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(page.GetByText("1 Road of mine")).ToBeVisibleAsync();
        await Expect(page.GetByText("new.cm@example.org").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_note_added_with_a_double_click_is_added_once_and_nothing_is_found_fault_with()
    {
        var page = await OpenEscalatedAsync("CG", "double.click@example.org");
        await page.GetByLabel("New note").FillAsync("Called the ministry.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the note" }).DblClickAsync();

        await Expect(page.Locator("blockquote").GetByText("Called the ministry.")).ToHaveCountAsync(1);
        await Expect(page.GetByLabel("New note")).ToHaveValueAsync("");
        // Another act of the same circuit: what the second press did has been done when this one is answered.
        await page.GetByRole(AriaRole.Button, new() { Name = "Decline" }).ClickAsync();
        await Expect(page.Locator("#act")).ToBeVisibleAsync();
        await Expect(page.Locator("#Note-error")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Words_of_a_panel_that_a_reload_closed_are_named_until_it_is_open_again()
    {
        var page = await OpenEscalatedAsync("GQ", "reload@example.org");
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm on evidence" }).ClickAsync();
        await page.GetByLabel("Evidence", new() { Exact = true }).FillAsync("Letter of 3 March.");

        await page.ReloadAsync();

        var sheet = page.Locator(".kept-words");
        await Expect(sheet).ToContainTextAsync("What you typed on this page is kept");
        await Expect(sheet.GetByRole(AriaRole.Listitem)).ToHaveTextAsync("Confirm on evidence");
        await page.ShouldFitAndBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm on evidence" }).ClickAsync();
        await Expect(page.GetByLabel("Evidence", new() { Exact = true })).ToHaveValueAsync("Letter of 3 March.");
        await Expect(sheet).ToHaveCountAsync(0);
    }

    private async Task<IPage> OpenEscalatedAsync(string country, string officer)
    {
        var registration = await console.App.SeedAsync(async host =>
        {
            await host.AppointAsync(HubRole.SecretariatOfficer, await host.AccountAsync(officer));
            var escalated = host.Escalated(country);
            await host.AddAsync(escalated);
            return escalated.Id;
        });
        return await SignedInAsync(officer, $"/hub/registrations/{registration}");
    }

    private async Task<IPage> OpenEntryAsync(string country, string officer)
    {
        await console.App.SeedAsync(async host =>
        {
            await host.AppointAsync(HubRole.HubAdministrator, await host.AccountAsync(officer));
            await host.AddAsync(host.Contact(country));
            return true;
        });
        var page = await SignedInAsync(officer, $"/hub/contact-points/{country}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change the entry" }).ClickAsync();
        await Expect(page.GetByLabel("Address")).ToBeVisibleAsync();
        return page;
    }

    // In a browser of their own: the store alone does not tell an open page.
    private async Task EnterAsync(string country, string address, string email)
    {
        var officer = $"colleague.{country.ToLowerInvariant()}@example.org";
        await console.App.SeedAsync(async host =>
        {
            await host.AppointAsync(HubRole.HubAdministrator, await host.AccountAsync(officer));
            return true;
        });
        var page = await SignedInAsync(officer, $"/hub/contact-points/{country}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change the entry" }).ClickAsync();
        if (address.Length > 0) await page.GetByLabel("Address").FillAsync(address);
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByText("The new entry is in the directory.")).ToBeVisibleAsync();
    }

    private async Task<IPage> SignedInAsync(string email, string path)
    {
        var page = await OpenAsync(console.App, Visitor.English, path);
        await page.SignInAsync(email, path);
        return page;
    }
}
