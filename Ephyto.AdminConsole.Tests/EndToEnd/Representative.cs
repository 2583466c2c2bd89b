using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>The representative at a browser: goes through the registration steps as a person does.</summary>
internal sealed class Representative(IPage page, Words words)
{
    public const string Address = "representative.ci@example.org";

    public IPage Page => page;

    public async Task RegisterAsync(string typedCountry)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = words.RegisterTab }).First.ClickAsync();
        await page.GetByLabel(words.Informed).CheckAsync();
        await page.ShouldHaveNoAxeViolationsAsync();
        await ContinueAsync();

        await page.GetByLabel(words.Country, new() { Exact = true }).First.PressSequentiallyAsync(typedCountry);
        await page.GetByText("Ivoire", new() { Exact = false }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("c•••@•••.org")).ToBeVisibleAsync();
        await FillAsync(words.OrganizationName, "Direction de la Protection des Végétaux");
        await FillAsync(words.NameInEnglish, "Directorate of Plant Protection");
        await FillAsync(words.Address, "Abidjan, Plateau");
        await page.GetByLabel(words.System, new() { Exact = true }).CheckAsync();
        await page.ShouldHaveNoAxeViolationsAsync();
        await ContinueAsync();

        await FillAsync(words.GivenName, "Initial");
        await FillAsync(words.FamilyName, "Representative");
        await FillAsync(words.JobTitle, "Head of Certification");
        await FillAsync(words.Email, Address);
        await FillAsync(words.Phone, "+225 27 20 00 00 00");
        await page.GetByLabel(words.OwnLanguage, new() { Exact = true }).CheckAsync();
        await page.ShouldHaveNoAxeViolationsAsync();
        await ContinueAsync();

        await page.ShouldHaveNoAxeViolationsAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = words.Submit }).ClickAsync();
        await page.WaitForURLAsync("**/registration?link=*");
    }

    public async Task VerifyAsync(Mailbox mailbox)
    {
        var message = await mailbox.MessageAsync(Address);
        await page.GotoAsync(message.LinkTo("/register/verify/"));
        await page.ShouldHaveNoAxeViolationsAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = words.Verify }).ClickAsync();
        await page.WaitForURLAsync("**/registration?link=*");
    }

    private async Task ContinueAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = words.Continue }).ClickAsync();
        await Assertions.Expect(page.Locator("#step-heading")).ToBeFocusedAsync();
    }

    private Task FillAsync(string label, string value) => page.GetByLabel(label, new() { Exact = true }).First.FillAsync(value);
}
