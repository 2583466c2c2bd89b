using Ephyto.AdminConsole.Tests.Features.DigitalCertificates;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>Commands, keys and samples of several lines stand in one frame, on every screen and in both themes.</summary>
public sealed class OneFrameTests(KeptPathApp console) : BrowserTests, IClassFixture<KeptPathApp>
{
    [Theory]
    [InlineData(false, false, "UG")]
    [InlineData(true, false, "MZ")]
    [InlineData(false, true, "MW")]
    [InlineData(true, true, "ZW")]
    public async Task A_text_of_several_lines_has_one_frame(bool onTelephone, bool inTheDark, string country)
    {
        var email = $"framed.{country}@example.org".ToLowerInvariant();
        await console.App.SeedAsync(async host =>
        {
            var nppo = (await host.ConfirmedNppoAsync(country, Given.Awa with { Email = $"first.{email}" })).Nppo.Id;
            await host.InUseAsync(nppo, await host.ActiveMemberAsync(nppo, NppoRole.Administrator, email));
            return nppo;
        });
        var visitor = Visitor.English with { Dark = inTheDark };
        var page = await OpenAsync(console.App, onTelephone ? visitor.OnTelephone() : visitor, "/nppo/certificates");
        await page.SignInAsync(email, "/nppo/certificates");
        await Expect(page.Locator("pre").First).ToBeAttachedAsync();
        await page.EvaluateAsync("document.querySelectorAll('main details').forEach(one => one.open = true)");
        await page.ShouldFitAndBeAccessibleAsync();

        await page.GotoAsync("nppo/connection");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Save the connection" }).ClickAsync();
        await Expect(page.Locator("pre").First).ToBeVisibleAsync();
        await page.ShouldFitAndBeAccessibleAsync();

        await page.GotoAsync("account/manage/second-factor");
        await Expect(page.Locator(".key-in-clear")).ToBeVisibleAsync();
        await page.ShouldFitAndBeAccessibleAsync();
    }
}
