using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>The representative at a browser: goes through the registration steps as a person does.</summary>
internal sealed class Representative(IPage page, PageTexts texts)
{
    public const string Address = "representative.ci@example.org";

    public IPage Page => page;

    public async Task RegisterAsync(string typedCountry)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = texts.RegisterTab }).First.ClickAsync();
        await page.GetByLabel(texts.Informed).CheckAsync();
        await page.ShouldHaveNoAxeViolationsAsync();
        await ContinueAsync();

        await page.GetByLabel(texts.Country, new() { Exact = true }).First.PressSequentiallyAsync(typedCountry);
        await page.GetByText("Ivoire", new() { Exact = false }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("c•••@•••.org")).ToBeVisibleAsync();
        await FillAsync(texts.OrganizationName, "Direction de la Protection des Végétaux");
        await FillAsync(texts.NameInEnglish, "Directorate of Plant Protection");
        await FillAsync(texts.Address, "Abidjan, Plateau");
        await page.GetByLabel(texts.System, new() { Exact = true }).CheckAsync();
        await page.ShouldHaveNoAxeViolationsAsync();
        await ContinueAsync();

        await FillAsync(texts.GivenName, "Initial");
        await FillAsync(texts.FamilyName, "Representative");
        await FillAsync(texts.JobTitle, "Head of Certification");
        await FillAsync(texts.Email, Address);
        await FillAsync(texts.Phone, "+225 27 20 00 00 00");
        await page.GetByLabel(texts.OwnLanguage, new() { Exact = true }).CheckAsync();
        await page.ShouldHaveNoAxeViolationsAsync();
        await ContinueAsync();

        await page.ShouldHaveNoAxeViolationsAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = texts.Submit }).ClickAsync();
        await page.WaitForURLAsync("**/registration?link=*");
    }

    public async Task VerifyAsync(Mailbox mailbox)
    {
        var message = await mailbox.MessageAsync(Address);
        await page.GotoAsync(message.LinkTo("/register/verify/"));
        await page.ShouldHaveNoAxeViolationsAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = texts.Verify }).ClickAsync();
        await page.WaitForURLAsync("**/registration?link=*");
    }

    private async Task ContinueAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = texts.Continue }).ClickAsync();
        await Assertions.Expect(page.Locator("#step-heading")).ToBeFocusedAsync();
    }

    private Task FillAsync(string label, string value) => page.GetByLabel(label, new() { Exact = true }).First.FillAsync(value);
}
