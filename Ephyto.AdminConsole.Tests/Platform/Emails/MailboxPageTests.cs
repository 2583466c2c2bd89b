using System.Net;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Tests.Platform.Emails;

/// <summary>The mailbox for developers, and with it the way of an e-mail through the real console to what its reader sees.</summary>
public sealed class MailboxPageTests : BrowserTests
{
    private static readonly Dictionary<string, string?> Settings = new() { ["Email:PollSeconds"] = "1", ["Demo:Enabled"] = "false" };

    [Fact]
    public async Task An_email_is_shown_as_it_was_sent_and_its_button_opens_the_page()
    {
        await using var app = await ConsoleApp.StartAsync(Settings);
        var email = await QueueAsync(app, "en");
        var page = await OpenSentAsync(app, email, Visitor.English);

        await Assertions.Expect(page.GetByTestId("mail-subject")).ToHaveTextAsync("Please confirm");
        await Assertions.Expect(page.GetByTestId("mail-headers")).ToContainTextAsync("auto-generated");
        await Assertions.Expect(page.GetByTestId("mail-text").GetByTestId("mail-link"))
            .ToHaveAttributeAsync("href", $"{app.BaseAddress}guide");
        await page.ShouldHaveNoAxeViolationsAsync();

        var mail = page.FrameLocator("[data-testid=mail-html]");
        await Assertions.Expect(mail.GetByRole(AriaRole.Heading, new() { Name = "Please confirm" })).ToBeVisibleAsync();
        await mail.GetByRole(AriaRole.Link, new() { Name = "Read the guide" }).ClickAsync();
        await page.WaitForURLAsync("**/guide");
    }

    [Fact]
    public async Task It_can_be_read_in_the_dark_on_a_telephone_and_from_right_to_left()
    {
        await using var app = await ConsoleApp.StartAsync(new Dictionary<string, string?>(Settings)
        {
            ["Localization:Cultures:0"] = "en",
            ["Localization:Cultures:1"] = "ar",
            ["Localization:EvenIncomplete"] = "true",
        });
        var email = await QueueAsync(app, "ar");
        var page = await OpenSentAsync(app, email, new Visitor("ar").OnTelephone().InTheDark());

        await Assertions.Expect(page.FrameLocator("[data-testid=mail-html]").Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await page.ShouldHaveNoAxeViolationsAsync();
    }

    [Fact]
    public async Task An_empty_mailbox_and_an_unknown_email_say_so()
    {
        await using var app = await ConsoleApp.StartAsync(Settings);
        var page = await OpenAsync(app, path: "/dev/mailbox");
        await Assertions.Expect(page.GetByTestId("mailbox-empty")).ToBeVisibleAsync();
        await page.ShouldHaveNoAxeViolationsAsync();

        await page.GotoAsync($"/dev/mailbox/{Guid.NewGuid()}");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "There is no such message" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task There_is_none_outside_Development()
    {
        await using var app = await ConsoleApp.StartAsync(
            new Dictionary<string, string?>(Settings) { ["Hub:Environment"] = "Test", ["Email:From"] = "console@example.org",
                ["Email:Transport"] = "Mailbox" },
            environment: "Production");

        using var answer = await app.Http.GetAsync(new Uri("/dev/mailbox", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<OutgoingEmail> QueueAsync(ConsoleApp app, string language)
    {
        using var culture = CultureScope.Enter(language);
        var content = new EmailContent("Please confirm",
            [.. Letters.Content.Blocks.SkipLast(1), new ActionLink("Read the guide", "/guide")]);
        var rendered = await Letters.Renderer(hub: new HubOptions { PublicAddress = app.BaseAddress }).RenderAsync(content);
        var email = OutgoingEmail.Queue(
            new ComposedEmail("registration.test", EmailAddress.TryParse("reader@example.org")!, language, content.Subject, rendered.Text,
                rendered.Html, null),
            Letters.About, Letters.Written);
        await Letters.QueueAsync(app, email);
        return email;
    }

    private async Task<IPage> OpenSentAsync(ConsoleApp app, OutgoingEmail email, Visitor visitor)
    {
        var page = await OpenAsync(app, visitor, "/dev/mailbox");
        var row = page.Locator($"[data-testid=mail][data-id='{email.Id}'][data-state=Sent]");
        await Eventually.TrueAsync(async () =>
        {
            await page.GetByTestId("mailbox-reload").ClickAsync();
            return await row.CountAsync() == 1;
        }, "the mail to be sent");
        await page.ShouldHaveNoAxeViolationsAsync();
        await row.GetByTestId("mail-open").ClickAsync();
        return page;
    }
}
