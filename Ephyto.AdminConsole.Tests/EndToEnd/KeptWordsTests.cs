using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>What somebody is typing outlives the circuit that takes the page over, a reload, a refusal and the end of a session.</summary>
public sealed class KeptWordsTests(KeptPathApp console) : BrowserTests, IClassFixture<KeptPathApp>
{
    [Fact]
    public async Task What_is_typed_before_the_circuit_answers_is_still_there_after_it_and_the_cursor_too()
    {
        var contact = await OpenEmailAsync("GA", "ocp.GA@example.org", "/contact-point/");
        var circuit = await HoldCircuitAsync(contact);
        await contact.GotoAsync("contact-point?step=ask");
        await contact.GetByLabel("Your question").PressSequentiallyAsync("Who decided");
        await LetCircuitTakeOverAsync(contact, circuit, "textarea");

        await contact.Keyboard.TypeAsync(" this?");
        await Expect(contact.GetByLabel("Your question")).ToHaveValueAsync("Who decided this?");

        await contact.ReloadAsync();
        await Expect(contact.GetByLabel("Your question")).ToHaveValueAsync("Who decided this?");
        await contact.GetByRole(AriaRole.Button, new() { Name = "Send the question" }).ClickAsync();
        await Expect(contact.GetByText("Your question is on its way")).ToBeVisibleAsync();
        await contact.GotoAsync("contact-point?step=ask");
        Assert.Equal("{}",
            await contact.EvaluateAsync<string>("() => JSON.stringify(Object.values(JSON.parse(sessionStorage.typed).forms)[0].typed)"));
    }

    [Fact]
    public async Task A_section_opened_before_the_circuit_answers_stays_open()
    {
        var applicant = await OpenEmailAsync("GN", "gn@example.org", "/registration/");
        var circuit = await HoldCircuitAsync(applicant);
        await applicant.ReloadAsync();
        await applicant.GetByText("Take the registration back").ClickAsync();

        await LetCircuitTakeOverAsync(applicant, circuit, "details[open]");

        await Expect(applicant.GetByRole(AriaRole.Button, new() { Name = "Withdraw registration" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_invitation_half_written_outlives_the_session_but_not_the_person()
    {
        await console.App.SeedAsync(async host =>
        {
            var (nppo, _) = await host.ConfirmedNppoAsync("ML", Given.Awa with { Email = "ml@example.org" });
            await host.ActiveMemberAsync(nppo.Id, Ephyto.Domain.Access.NppoRole.Administrator, "first.ml@example.org");
            await host.ActiveMemberAsync(nppo.Id, Ephyto.Domain.Access.NppoRole.Administrator, "second.ml@example.org");
            return true;
        });
        var page = await OpenAsync(console.App, Visitor.English, "/nppo/members");
        await page.SignInAsync("first.ml@example.org", "/nppo/members");
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite a colleague" }).ClickAsync();
        await page.Locator("#invite-email").FillAsync("one@example.org");
        await page.Locator("#invite-role").SelectOptionAsync("Viewer");

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("nppo/members");
        await page.SignInAsync("first.ml@example.org", "/nppo/members");
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite a colleague" }).ClickAsync();
        await Expect(page.Locator("#invite-email")).ToHaveValueAsync("one@example.org");
        await Expect(page.Locator("#invite-role")).ToHaveValueAsync("Viewer");

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("nppo/members");
        await page.SignInAsync("second.ml@example.org", "/nppo/members");
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite a colleague" }).ClickAsync();
        await Expect(page.Locator("#invite-email")).ToHaveValueAsync("");
        // Not only out of sight: gone.
        Assert.DoesNotContain("one@example.org", await page.EvaluateAsync<string>("() => sessionStorage.getItem('typed') ?? ''"),
            StringComparison.Ordinal);
    }

    private async Task<IPage> OpenEmailAsync(string country, string address, string path)
    {
        await console.App.SeedAsync(host => host.SubmittedAsync(
            country, Given.Awa with { Email = $"{country.ToLowerInvariant()}@example.org", PreferredLanguage = "en" }));
        return await OpenAsync(console.App, Visitor.English, (await console.App.Mailbox.MessageAsync(address, path)).LinkTo(path));
    }

    private static async Task<TaskCompletionSource> HoldCircuitAsync(IPage page)
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync("**/_blazor/negotiate**", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        return held;
    }

    private static async Task LetCircuitTakeOverAsync(IPage page, TaskCompletionSource circuit, string replaced)
    {
        await page.EvaluateAsync("selector => window.replaced = document.querySelector(selector)", replaced);
        circuit.SetResult();
        await page.WaitForFunctionAsync("() => !window.replaced.isConnected");
    }
}
