using Ephyto.AdminConsole.Tests.Features.Serving;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>On the smallest screen, whoever ends a membership that concerns many countries sees at once where to say why.</summary>
public sealed class ServingDialogTests(KeptPathApp console) : BrowserTests, IClassFixture<KeptPathApp>
{
    [Fact]
    public async Task The_field_for_the_reason_is_in_view_however_many_countries_are_served()
    {
        var serving = await console.App.SeedAsync(async host =>
        {
            var (nppo, boss, connection) = await host.ServingOrganizationAsync();
            foreach (var country in new[] { "AT", "BE", "BG", "CY", "DK", "ES", "FI", "GR" })
            {
                await host.AddAsync(ServingWorld.Contact(country, $"dialog.{country}@example.org", host.Now()));
                var asked = await host.AskedAsync(nppo, boss, connection, country);
                if (country is not ("FI" or "GR")) await host.ConfirmedAsync(asked.Id);
            }

            await host.AppointAsync(HubRole.HubAdministrator, await host.AccountAsync("dialog.hub@example.org"));
            return nppo;
        });
        var page = await OpenAsync(console.App, Visitor.English with { Width = 360, Height = 640 }, $"/hub/nppos/{serving}");
        await page.SignInAsync("dialog.hub@example.org", $"/hub/nppos/{serving}");

        await page.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();

        await Expect(page.Locator("[name=nppo-words]")).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.GetByText("Name all 6").ClickAsync();
        await Expect(page.Locator(".mud-dialog details p")).ToContainTextAsync("Spain");
        await page.ShouldFitAndBeAccessibleAsync();
    }
}
