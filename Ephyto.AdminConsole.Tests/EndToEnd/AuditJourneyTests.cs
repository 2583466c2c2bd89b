using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>An auditor looks into what happened, proves that nobody changed it, and keeps the head.</summary>
public sealed class AuditJourneyTests(KeptPathApp console) : BrowserTests, IClassFixture<KeptPathApp>
{
    [Fact]
    public async Task An_auditor_finds_an_act_verifies_the_chain_and_keeps_its_head()
    {
        var registration = await console.App.SeedAsync(async host =>
        {
            var (nppo, _) = await host.ConfirmedNppoAsync("BJ", Given.Awa with { Email = "bj@example.org" });
            await host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "boss.bj@example.org");
            await host.AppointAsync(HubRole.Auditor, await host.AccountAsync("auditor.bj@example.org"));
            return nppo.RegistrationId;
        });
        var auditor = await OpenAsync(console.App, Visitor.English, $"/hub/registrations/{registration}");
        await auditor.SignInAsync("auditor.bj@example.org", $"/hub/registrations/{registration}");

        await auditor.GetByRole(AriaRole.Link, new() { Name = "Entries in the audit trail" }).ClickAsync();
        await auditor.WaitForURLAsync($"**/hub/audit?object=registration:{registration}");
        var lines = auditor.Locator(".list-grid tbody tr");
        await Expect(lines.Filter(new() { HasText = "The request was confirmed" })).ToBeVisibleAsync();
        await auditor.ShouldFitAndBeAccessibleAsync();

        await auditor.GetByRole(AriaRole.Link, new() { Name = "Show entries about everything" }).ClickAsync();
        await auditor.GetByLabel("Person", new() { Exact = true }).FillAsync("auditor.bj");
        await auditor.GetByRole(AriaRole.Button, new() { Name = "Find person" }).ClickAsync();
        await Expect(auditor.GetByText("Acts of")).ToBeVisibleAsync();
        await Expect(lines.First).ToContainTextAsync("A person signed in");

        await auditor.GetByRole(AriaRole.Button, new() { Name = "Verify", Exact = true }).ClickAsync();
        await Expect(auditor.GetByText("The chain holds")).ToBeVisibleAsync();
        var head = await auditor.RunAndWaitForDownloadAsync(() => auditor.GetByRole(AriaRole.Link, new() { Name = "Download the head" })
            .ClickAsync());
        await auditor.GetByText("how to compare with a head exported earlier").ClickAsync();
        await auditor.GetByLabel("File with the head").ChooseFileAsync(await head.PathAsync());
        await Expect(auditor.GetByLabel("Exported head")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("\"hash\""));
        await auditor.GetByRole(AriaRole.Button, new() { Name = "Verify", Exact = true }).ClickAsync();
        await Expect(auditor.GetByText("is part of it")).ToBeVisibleAsync();
        await auditor.ShouldFitAndBeAccessibleAsync();

        await lines.First.Locator("th a").ClickAsync();
        await Expect(auditor.GetByText("The hash fits")).ToBeVisibleAsync();
        await auditor.ShouldFitAndBeAccessibleAsync();
    }

    [Fact]
    public async Task What_happens_meanwhile_joins_the_open_trail_on_a_telephone_in_French()
    {
        await console.App.SeedAsync(async host =>
        {
            await host.AppointAsync(HubRole.SecretariatOfficer, await host.AccountAsync("officer.gh@example.org"));
            await host.AccountAsync("colleague.with.a.rather.long.name.gh@example.org");
            return await host.ConfirmedNppoAsync("GH", Given.Awa with { Email = "gh@example.org" });
        });
        var officer = await OpenAsync(console.App, Visitor.French.OnTelephone(), "/hub/audit");
        await officer.GetByLabel("Adresse électronique").FillAsync("officer.gh@example.org");
        await officer.GetByLabel("Mot de passe").FillAsync(Given.Password);
        await officer.GetByRole(AriaRole.Button, new() { Name = "Se connecter", Exact = true }).ClickAsync();
        await officer.WaitForURLAsync("**/hub/audit");
        await officer.GotoAsync("language/fr?returnUrl=%2Fhub%2Faudit");
        await officer.GotoAsync("hub/audit");
        var lines = officer.Locator(".list-grid tbody tr");
        await Expect(lines.First).ToBeVisibleAsync();
        await officer.GetByRole(AriaRole.Button, new() { Name = "Vérifier", Exact = true }).ClickAsync();
        await Expect(officer.GetByText("La chaîne tient")).ToBeVisibleAsync();
        await officer.GetByLabel("Personne", new() { Exact = true }).FillAsync(".gh@");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Trouver la personne" }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.List, new() { Name = "Personnes trouvées" }).GetByRole(AriaRole.Listitem))
            .ToHaveCountAsync(2);
        await officer.ShouldFitAndBeAccessibleAsync();

        // An e-mail may be sent meanwhile: it is an entry, too.
        var newest = lines.Filter(new() { HasText = "Une personne s’est connectée" }).First.Locator("th a");
        var before = await newest.GetAttributeAsync("href");
        var second = await OpenAsync(console.App, Visitor.English, "/hub/audit");
        await second.SignInAsync("officer.gh@example.org", "/hub/audit");

        await Expect(newest).Not.ToHaveAttributeAsync("href", before!);
    }
}
