using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>The desk in two browsers: a registration comes, is decided on a file, and both see it without a reload.</summary>
public sealed class HubDeskJourneyTests(KeptPathApp console) : BrowserTests, IClassFixture<KeptPathApp>
{
    private static readonly byte[] Scan =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Two_officers_follow_one_registration_from_the_desk_to_the_decision()
    {
        await console.App.SeedAsync(async host =>
        {
            await host.AppointAsync(HubRole.SecretariatOfficer, await host.AccountAsync("first.officer@example.org"));
            await host.AppointAsync(HubRole.SecretariatOfficer, await host.AccountAsync("second.officer@example.org"));
            return true;
        });
        var first = await SignedInAsync(Visitor.English, "first.officer@example.org");
        await Expect(first.GetByText("No registration waits for the Secretariat")).ToBeVisibleAsync();
        await first.ShouldFitAndBeAccessibleAsync();

        var registration = await console.App.SeedAsync(async host =>
        {
            var escalated = host.Escalated("PE", "Servicio Nacional de Sanidad Agraria");
            await host.AddAsync(escalated);
            return escalated;
        });
        await first.Locator("#escalated ~ table").GetByRole(AriaRole.Link, new() { Name = registration.Reference }).ClickAsync();
        var second = await SignedInAsync(Visitor.English.OnTelephone(), "second.officer@example.org");
        await second.ShouldFitAndBeAccessibleAsync();
        await second.GotoAsync($"hub/registrations/{registration.Id}");

        await first.GetByLabel("New note").FillAsync("Called the ministry.");
        await first.GetByRole(AriaRole.Button, new() { Name = "Add the note" }).ClickAsync();
        await Expect(second.GetByText("Called the ministry.")).ToBeVisibleAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "Decline" }).ClickAsync();

        await first.GetByRole(AriaRole.Button, new() { Name = "Confirm on evidence" }).ClickAsync();
        await first.GetByLabel("Evidence", new() { Exact = true }).FillAsync("Letter of 3 March.");
        await first.GetByLabel("Files").ChooseFileAsync(new FilePayload { Name = "letter.png", MimeType = "image/png", Buffer = Scan });
        await Expect(first.GetByRole(AriaRole.List, new() { Name = "Files chosen" })).ToContainTextAsync("letter.png");
        await first.ShouldFitAndBeAccessibleAsync();
        await first.GetByRole(AriaRole.Button, new() { Name = "Confirm the registration" }).ClickAsync();

        await Expect(second.GetByText("Somebody else changed this a moment ago")).ToBeVisibleAsync();
        await second.ShouldFitAndBeAccessibleAsync();
        var evidence = first.GetByRole(AriaRole.Link, new() { Name = "letter.png" });
        await Expect(evidence).ToBeVisibleAsync();
        var download = await first.RunAndWaitForDownloadAsync(() => evidence.ClickAsync());
        Assert.Equal(Scan, await File.ReadAllBytesAsync(await download.PathAsync()));
    }

    [Fact]
    public async Task A_decision_waits_for_its_files_and_asks_once_where_one_was_not_taken()
    {
        var registration = await console.App.SeedAsync(async host =>
        {
            await host.AppointAsync(HubRole.SecretariatOfficer, await host.AccountAsync("quick.officer@example.org"));
            var escalated = host.Escalated("BO", "Servicio de Sanidad");
            await host.AddAsync(escalated);
            return escalated;
        });
        var officer = await SignedInAsync(Visitor.English, "quick.officer@example.org");
        await officer.GotoAsync($"hub/registrations/{registration.Id}");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Confirm on evidence" }).ClickAsync();
        await officer.GetByLabel("Evidence", new() { Exact = true }).FillAsync("Letter of 3 March.");
        var (files, confirm) = (officer.GetByLabel("Files"),
            officer.GetByRole(AriaRole.Button, new() { Name = "Confirm the registration" }));
        await files.ChooseFileAsync(new FilePayload { Name = "fake.pdf", MimeType = "application/pdf", Buffer = "Hello"u8.ToArray() });
        await confirm.ClickAsync();
        await Expect(officer.GetByText("press again to decide without it")).ToBeVisibleAsync();
        await Expect(officer.GetByText("fake.pdf is not attached")).ToBeVisibleAsync();
        await officer.ShouldHaveNoAxeViolationsAsync();

        await files.ChooseFileAsync(new FilePayload { Name = "letter.png", MimeType = "image/png", Buffer = Scan });
        await confirm.ClickAsync();

        await Expect(officer.Locator(".page-header")).ToContainTextAsync("Confirmed");
        await Expect(officer.GetByRole(AriaRole.Link, new() { Name = "letter.png" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_list_is_filtered_sorted_and_bookmarked_and_an_organization_is_closed_with_the_members_page_open()
    {
        var nppo = await console.App.SeedAsync(async host =>
        {
            await host.AppointAsync(HubRole.HubAdministrator, await host.AccountAsync("closing.chief@example.org"));
            var (made, _) = await host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "awa.sn@example.org" });
            await host.ActiveMemberAsync(made.Id, NppoRole.Administrator, "boss.sn@example.org");
            return made;
        });
        var chief = await SignedInAsync(Visitor.English, "closing.chief@example.org");
        await chief.GotoAsync("hub/registrations");
        await chief.GetByLabel("Region").SelectOptionAsync("Africa");
        await chief.WaitForURLAsync(new Regex("region=Africa"));
        var byReference = chief.GetByRole(AriaRole.Link, new() { Name = "Reference" });
        await Expect(byReference).ToHaveAttributeAsync("href", new Regex("region=Africa"));
        await byReference.ClickAsync();
        await chief.WaitForURLAsync(new Regex("sort=reference"));
        await Expect(chief.GetByRole(AriaRole.Table)).ToContainTextAsync("SN-");
        await chief.ShouldFitAndBeAccessibleAsync();
        await chief.ReloadAsync();
        await Expect(chief.GetByLabel("Region")).ToHaveValueAsync("Africa");

        var boss = await OpenAsync(console.App, Visitor.English.OnTelephone(), "/nppo/members");
        await boss.SignInAsync("boss.sn@example.org", "/nppo/members");
        await chief.GotoAsync($"hub/nppos/{nppo.Id}");
        await chief.ShouldFitAndBeAccessibleAsync();
        await chief.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        var dialog = chief.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Reason").FillAsync("The ministry was dissolved.");
        await dialog.GetByLabel("I know that this cannot be undone.").CheckAsync();
        await chief.ShouldHaveNoAxeViolationsAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();

        await Expect(boss.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(boss.GetByRole(AriaRole.Table)).ToHaveCountAsync(0);
        await Expect(chief.GetByText("is closed")).ToBeVisibleAsync();
    }

    private async Task<IPage> SignedInAsync(Visitor visitor, string email)
    {
        var page = await OpenAsync(console.App, visitor, "/hub");
        await page.SignInAsync(email, "/hub");
        return page;
    }
}
