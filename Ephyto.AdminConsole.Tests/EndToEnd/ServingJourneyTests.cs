using System.Globalization;
using Ephyto.AdminConsole.Tests.Features.Serving;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>A connection that serves several countries: an administrator names them, a contact point confirms on a telephone.</summary>
public sealed class ServingJourneyTests(KeptPathApp console) : BrowserTests, IClassFixture<KeptPathApp>
{
    [Fact]
    public async Task Two_countries_are_named_one_confirms_on_a_telephone_and_the_public_list_says_through()
    {
        var serving = await console.App.SeedAsync(async host =>
        {
            var (nppo, _, _) = await host.ServingOrganizationAsync();
            await host.AddAsync(ServingWorld.Contact("EE", "contact.ee@example.org", host.Now()),
                ServingWorld.Contact("LV", "contact.lv@example.org", host.Now()));
            await host.AppointAsync(HubRole.HubAdministrator, await host.AccountAsync("serving.hub@example.org"));
            return nppo;
        });
        var visitor = await OpenAsync(console.App, Visitor.English, "/participation?search=estonia");
        await Expect(visitor.Locator("#country-EE")).Not.ToContainTextAsync("through");
        var hub = await SignInAsync("serving.hub@example.org", $"/hub/integration/{serving}");
        var boss = await SignInAsync("boss.eu@example.org", "/nppo/integration");
        await PressAsync(boss, "Name countries");
        await boss.ShouldFitAndBeAccessibleAsync();
        foreach (var country in new[] { "EE", "LV" })
        {
            await boss.Locator("#serving-country").SelectOptionAsync(country);
            await PressAsync(boss, "Add to the list");
        }

        await PressAsync(boss, "Ask the contact points");
        await boss.ShouldFitAndBeAccessibleAsync();
        await PressAsync(boss, "Send the messages");
        await Expect(boss.GetByText("Contact points that were written to: 2.")).ToBeVisibleAsync();
        await boss.ShouldFitAndBeAccessibleAsync();
        await Expect(hub.Locator("section[aria-labelledby=served-countries]")).ToContainTextAsync("Estonia");

        var email = await console.App.Mailbox.MessageAsync("contact.ee@example.org", "May a connection exchange");
        var link = email.LinkTo("/served-country/");
        await ShouldFitAsync(Visitor.English, link);
        await ConfirmAfterWordsOfDecliningAsync();
        var contact = await OpenAsync(console.App, Visitor.English.OnTelephone().WithoutJavaScript(), link);
        await contact.Locator("#Confirmed-Read").CheckAsync();
        await contact.GetByRole(AriaRole.Button, new() { Name = "Confirm", Exact = true }).ClickAsync();
        await Expect(contact.GetByText("The connection exchanges for the country.")).ToBeVisibleAsync();

        // Without a reload: these pages were open all the time.
        foreach (var page in new[] { boss, hub })
            await Expect(page.Locator("section[aria-labelledby=served-countries] li", new() { HasText = "Estonia" }))
                .ToContainTextAsync("Served");
        await Expect(visitor.Locator("#country-EE")).ToContainTextAsync("through EU");
        await Expect(visitor.Locator("a.world-Live[href$='#country-EE']")).ToBeVisibleAsync();
        await visitor.ShouldFitAndBeAccessibleAsync();

        var receipt = await console.App.Mailbox.MessageAsync("contact.ee@example.org", "A connection exchanges ePhytos for your country");
        link = receipt.LinkTo("/served-country/");
        await ShouldFitAsync(Visitor.French, link);
        var later = await OpenAsync(console.App, Visitor.French.OnTelephone().WithoutJavaScript(), link);
        await later.Locator("#Ended-Day").FillAsync(DateOnly.FromDateTime(DateTime.UtcNow).ToString("O", CultureInfo.InvariantCulture));
        await later.Locator("#Ended-Words").FillAsync("We have a system of our own.");
        await later.Locator("form:has(#Ended-Day) button.button-danger").ClickAsync();
        await Expect(boss.Locator("section[aria-labelledby=served-countries] li", new() { HasText = "Estonia" }))
            .ToContainTextAsync("We have a system of our own.");
        await Expect(visitor.Locator("#country-EE")).Not.ToContainTextAsync("through");
    }

    private async Task ConfirmAfterWordsOfDecliningAsync()
    {
        var email = await console.App.Mailbox.MessageAsync("contact.lv@example.org", "May a connection exchange");
        var contact = await OpenAsync(console.App, Visitor.English.OnTelephone(), email.LinkTo("/served-country/"));
        await contact.Locator("#Declined-Words").FillAsync("Perhaps not.");
        await contact.Locator("#Confirmed-Read").CheckAsync();
        await contact.GetByRole(AriaRole.Button, new() { Name = "Confirm", Exact = true }).ClickAsync();
        await Expect(contact.GetByText("The connection exchanges for the country.")).ToBeVisibleAsync();
        await Expect(contact.Locator(".rescued")).ToHaveCountAsync(0);
    }

    // What looks at a page needs scripts; what the contact point does on it needs none.
    private async Task ShouldFitAsync(Visitor visitor, string link) =>
        await (await OpenAsync(console.App, visitor.OnTelephone(), link)).ShouldFitAndBeAccessibleAsync();

    private static Task PressAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private async Task<IPage> SignInAsync(string email, string path)
    {
        var page = await OpenAsync(console.App, Visitor.English, path);
        await page.SignInAsync(email, path);
        return page;
    }
}
