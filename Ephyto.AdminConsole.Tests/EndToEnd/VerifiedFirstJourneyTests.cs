using Ephyto.AdminConsole.Tests.DomainModel.Registrations;
using Ephyto.AdminConsole.Tests.Features.Registrations.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>Two people register one country; each looks on while the other is first.</summary>
public sealed class VerifiedFirstJourneyTests(StrippedPathApp console) : BrowserTests, IClassFixture<StrippedPathApp>
{
    [Fact]
    public async Task The_second_one_sees_within_a_second_that_another_was_verified_and_when_it_is_their_turn()
    {
        var (first, second) = await console.App.SeedAsync(async host =>
        {
            await host.AddAsync(RegistrationSample.Contact());
            return ((await host.TryApplyAsync("first.ci@example.org")).Value.TrackerSecret,
                (await host.TryApplyAsync("second.ci@example.org")).Value.TrackerSecret);
        });
        var loser = await OpenAsync(console.App, Visitor.English, $"/registration/{second}");
        await Expect(loser.Locator(".page-header .chip")).ToContainTextAsync("to be verified");
        await Expect(loser.GetByRole(AriaRole.Button, new() { Name = "Resend" })).ToBeVisibleAsync();
        var winner = await OpenAsync(console.App, Visitor.English, $"/registration/{first}");
        await winner.GotoAsync((await console.App.Mailbox.MessageAsync("first.ci@example.org")).LinkTo("/register/verify/"));

        await winner.GetByRole(AriaRole.Button, new() { Name = "Verify e-mail address" }).ClickAsync();
        await Expect(winner.Locator(".page-header .chip")).ToContainTextAsync("Awaiting");

        await Expect(loser.GetByText("Another registration of Côte d’Ivoire was verified first")).ToBeVisibleAsync();
        await Expect(loser.GetByRole(AriaRole.Button, new() { Name = "Resend" })).ToBeHiddenAsync();
        await loser.ShouldHaveNoAxeViolationsAsync();
        var told = await console.App.Mailbox.MessageAsync("second.ci@example.org", "/participation");
        Assert.DoesNotContain("first.ci", told.TextBody, StringComparison.Ordinal);

        // The link of the message says the same, without a script, and offers no button that cannot work.
        var plain = await OpenAsync(console.App, Visitor.English.WithoutJavaScript());
        await plain.GotoAsync((await console.App.Mailbox.MessageAsync("second.ci@example.org", "/register/verify/"))
            .LinkTo("/register/verify/"));
        await Expect(plain.GetByText("Another registration of Côte d’Ivoire was verified first")).ToBeVisibleAsync();
        await Expect(plain.GetByRole(AriaRole.Button, new() { Name = "Verify e-mail address" })).ToBeHiddenAsync();

        await winner.Locator("summary").Filter(new() { HasText = "Take the registration back" }).ClickAsync();
        await winner.GetByRole(AriaRole.Button, new() { Name = "Withdraw registration" }).ClickAsync();
        await Expect(winner.Locator(".page-header .chip")).ToContainTextAsync("Withdrawn");
        await Expect(loser.GetByText("Another registration of Côte d’Ivoire was verified first")).ToBeHiddenAsync();
        await plain.GotoAsync((await console.App.Mailbox.MessageAsync("second.ci@example.org", "has ended and was not confirmed"))
            .LinkTo("/register/verify/"));
        await plain.GetByRole(AriaRole.Button, new() { Name = "Verify e-mail address" }).ClickAsync();
        await Expect(loser.Locator(".page-header .chip")).ToContainTextAsync("Awaiting");
    }
}
