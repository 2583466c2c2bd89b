using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>
/// What contact point and applicant do by their links alone: on an old telephone without JavaScript, and live beside each other.
/// </summary>
public sealed class LinkPagesTests(KeptPathApp console) : BrowserTests, IClassFixture<KeptPathApp>
{
    private static readonly Visitor OldTelephone = Visitor.English.OnTelephone().WithoutJavaScript();

    [Fact]
    public async Task Question_answer_and_refusal_need_no_JavaScript_and_fit_a_small_telephone()
    {
        await SubmittedAsync("BJ");
        var contact = await OpenEmailAsync(OldTelephone, "ocp.BJ@example.org", "/contact-point/");
        await ShouldFitAsync(contact);
        await PressAsync(contact, "Ask a question");
        await Expect(contact.GetByLabel("Your question")).ToBeVisibleAsync();
        await ShouldFitAsync(contact);
        await contact.GetByLabel("Your question").FillAsync("Who in the ministry decided?");
        await PressAsync(contact, "Send the question");
        await Expect(contact.GetByText("Your question is on its way")).ToBeVisibleAsync();

        var applicant = await OpenEmailAsync(OldTelephone, "bj@example.org", "/registration/", "question");
        await Expect(applicant.GetByText("Who in the ministry decided?").First).ToBeVisibleAsync();
        await ShouldFitAsync(applicant);
        await applicant.GetByLabel("Your answer").FillAsync("The minister herself.");
        await PressAsync(applicant, "Answer");
        await Expect(applicant.Locator(".page-header .chip")).ToContainTextAsync("Awaiting");

        await contact.GotoAsync((await console.App.Mailbox.MessageAsync("ocp.BJ@example.org", "The minister herself."))
            .LinkTo("/contact-point/"));
        await PressAsync(contact, "Decline");
        await contact.GetByLabel("The organization is not the NPPO").CheckAsync();
        await ShouldFitAsync(contact);
        await PressAsync(contact, "Yes, decline");
        await Expect(contact.GetByText("The registration is declined")).ToBeVisibleAsync();
        await applicant.ReloadAsync();
        await Expect(applicant.Locator(".page-header .chip")).ToContainTextAsync("Declined");
        await ShouldFitAsync(applicant);
    }

    [Fact]
    public async Task Whoever_writes_many_words_is_told_how_many_there_is_room_for()
    {
        await SubmittedAsync("NE");
        var contact = await OpenEmailAsync(Visitor.English.OnTelephone(), "ocp.NE@example.org", "/contact-point/");
        await PressAsync(contact, "Ask a question");
        var question = contact.GetByLabel("Your question");
        await Expect(question).ToHaveAccessibleDescriptionAsync(new Regex("At most 2,000 characters"));
        await question.ClickAsync();
        await contact.Keyboard.InsertTextAsync("Who signed?");
        await Expect(contact.GetByText("11 of 2,000 characters.")).ToBeVisibleAsync();

        await contact.Keyboard.InsertTextAsync(new string('x', 3_000));
        await Expect(contact.GetByRole(AriaRole.Status).Filter(new() { HasText = "3,011 of 2,000 characters: 1,011 too many." }))
            .ToBeVisibleAsync();
        await ShouldComeBackWholeAsync(contact, 3_011);
        await contact.ShouldHaveNoAxeViolationsAsync();

        var without = await OpenEmailAsync(OldTelephone, "ocp.NE@example.org", "/contact-point/");
        await PressAsync(without, "Ask a question");
        await Expect(without.GetByText("At most 2,000 characters.")).ToBeVisibleAsync();
        await without.GetByLabel("Your question").FillAsync(new string('y', 2_600));
        await ShouldComeBackWholeAsync(without, 2_600);
    }

    private static async Task ShouldComeBackWholeAsync(IPage contact, int length)
    {
        await PressAsync(contact, "Send the question");
        await Expect(contact.GetByText("Nothing of it was sent").First).ToBeVisibleAsync();
        Assert.Equal(length, (await contact.GetByLabel("Your question").InputValueAsync()).Length);
    }

    [Fact]
    public async Task What_the_applicant_takes_back_the_contact_point_sees_without_a_reload()
    {
        await SubmittedAsync("TG");
        var contact = await OpenEmailAsync(Visitor.English.OnTelephone(), "ocp.TG@example.org", "/contact-point/");
        await contact.WaitForFunctionAsync("() => window.Blazor !== undefined");
        await contact.EvaluateAsync("() => window.unreloaded = true");
        var applicant = await OpenEmailAsync(OldTelephone, "tg@example.org", "/registration/");

        await applicant.GetByText("Take the registration back").ClickAsync();
        await PressAsync(applicant, "Withdraw registration");

        await Expect(applicant.Locator(".page-header .chip")).ToContainTextAsync("Withdrawn");
        await Expect(contact.GetByText("The request was withdrawn")).ToBeVisibleAsync();
        Assert.True(await contact.EvaluateAsync<bool>("() => window.unreloaded === true"));
        await Expect(contact.GetByText("Load this page again")).ToBeHiddenAsync();
        await ShouldFitAsync(contact);
        await contact.ShouldHaveNoAxeViolationsAsync();
        await (await OpenEmailAsync(Visitor.English, "tg@example.org", "/registration/")).ShouldHaveNoAxeViolationsAsync();
    }

    [Fact]
    public async Task Who_stands_at_a_button_before_the_page_lives_stands_there_afterwards()
    {
        await SubmittedAsync("ML");
        foreach (var (address, path, words) in new[]
                 {
                     ("ocp.ML@example.org", "/contact-point/", "Ask a question"),
                     ("ml@example.org", "/registration/", "Take the registration back"),
                 })
        {
            var page = await OpenAsync(console.App, Visitor.English);
            var circuit = await page.HoldCircuitsAsync();
            await page.GotoAsync((await console.App.Mailbox.MessageAsync(address, path)).LinkTo(path));
            await page.ShouldStayWhenItLivesAsync(page.Locator("button, summary").Filter(new() { HasText = words }), circuit);
        }
    }

    private Task<Guid> SubmittedAsync(string country) => console.App.SeedAsync(host => host.SubmittedAsync(
        country, Given.Awa with { Email = $"{country.ToLowerInvariant()}@example.org", PreferredLanguage = "en" }));

    private async Task<IPage> OpenEmailAsync(Visitor visitor, string address, string path, string words = "") =>
        await OpenAsync(console.App, visitor,
            (await console.App.Mailbox.MessageAsync(address, words.Length > 0 ? words : path)).LinkTo(path));

    private static Task PressAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Measured from outside the page, since a page without JavaScript cannot be asked.</summary>
    private static async Task ShouldFitAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var metrics = await session.SendAsync("Page.getLayoutMetrics");
        var width = metrics!.Value.GetProperty("cssContentSize").GetProperty("width").GetDouble();
        Assert.True(width <= page.ViewportSize!.Width, $"The page is {width} pixels wide, its screen {page.ViewportSize.Width}.");
    }
}
