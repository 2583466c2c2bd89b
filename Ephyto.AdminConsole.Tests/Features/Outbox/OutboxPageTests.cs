using Bunit;
using Bunit.TestDoubles;
using Ephyto.AdminConsole.Features.Hub.Problems.Pages;
using Ephyto.AdminConsole.Features.Outbox.Pages;
using Ephyto.AdminConsole.Features.Registrations.Staff.Pages;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace Ephyto.AdminConsole.Tests.Features.Outbox;

/// <summary>The outbox over the real store: what happens elsewhere shows here, what an officer does goes there.</summary>
public sealed class OutboxPageTests : PageTests
{
    [Fact]
    public async Task An_email_fails_before_the_eyes_of_the_reader_and_says_why_in_words()
    {
        var email = Host.Notice();
        await Host.AddAsync(email);
        var page = Open<OutboxPage>(await Host.AppointAsync(HubRole.Auditor, "Auditor"), "/hub/outbox");
        page.WaitForAssertion(
            () => Assert.Contains("It is tried at the next occasion", page.Find("tbody").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("main button:not([type=submit]), .stack > p button"));

        await Host.ChangeAsync(email,
            stored => stored.MarkFailed("550 5.1.1 <reader@example.org> is not here", Host.Now(), DeliveryTrouble.MailboxUnknown));

        page.WaitForAssertion(() => Assert.Contains("There is no such mailbox", page.Find("tbody").TextContent, StringComparison.Ordinal));
        Assert.Contains("The mail server said: 550 5.1.1 <reader@example.org> is not here", page.Find("tbody").TextContent,
            StringComparison.Ordinal);
        Assert.Contains("Organization suspended", page.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_email_that_waits_during_a_pause_appears_on_the_open_list()
    {
        await Host.PauseAsync(await Host.AppointAsync(HubRole.SecretariatOfficer));
        var page = Open<OutboxPage>(await Host.AppointAsync(HubRole.Auditor, "Auditor"), "/hub/outbox");
        page.WaitForAssertion(() => Assert.Contains("No message has been written yet", page.Markup, StringComparison.Ordinal));

        await Host.AddAsync(Host.Notice("late@example.org"));

        page.WaitForAssertion(() => Assert.Contains("late@example.org", page.Find("tbody").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_filter_goes_into_the_address_and_into_the_file()
    {
        await Host.AddAsync(Host.Notice());
        var reader = Reader(await Host.AppointAsync(HubRole.Auditor, "Auditor"));
        var address = reader.Services.GetRequiredService<BunitNavigationManager>();
        address.NavigateTo("/hub/outbox?page=4");
        var page = reader.Render<OutboxPage>();

        await page.WaitForElement("#search").ChangeAsync(" côte & co ");
        await page.Find("#state").ChangeAsync("Failed");
        Assert.EndsWith("/hub/outbox?search=c%C3%B4te%20%26%20co&state=Failed", address.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("Nothing matches", page.Markup, StringComparison.Ordinal));
        Assert.EndsWith("hub/outbox.csv?search=c%C3%B4te%20%26%20co&state=Failed", page.Find("a[download]").GetAttribute("href"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?page=-1&state=77&search=%25&kind=%00")]
    [InlineData("?page=99999999999999&state=Nonsense&kind="
        + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public async Task A_hostile_address_is_answered_calmly(string query)
    {
        var page = Open<OutboxPage>(await Host.AppointAsync(HubRole.Auditor, "Auditor"), $"/hub/outbox{query}");

        Assert.Equal("Outbox", page.Find("h1").TextContent);
    }

    [Fact]
    public async Task An_officer_pauses_with_a_reason_a_colleague_sees_it_at_once_and_resumes()
    {
        var page = Open<OutboxPage>(await Host.AppointAsync(HubRole.SecretariatOfficer), "/hub/outbox");
        var colleague = Open<OutboxPage>(await Host.AppointAsync(HubRole.HubAdministrator, "Colleague"), "/hub/outbox");
        var problems = Open<ProblemsPage>(await Host.AppointAsync(HubRole.Auditor, "Auditor"), "/hub/problems");
        Assert.DoesNotContain("The sending of messages is paused", problems.Markup, StringComparison.Ordinal);

        await page.PressAsync("Pause the sending");
        await page.Find("#pause-reason").ChangeAsync("The server moves <script>");
        await page.Find("form[data-keep]").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("By Officer,", page.Find("#sending-paused").TextContent, StringComparison.Ordinal));
        colleague.WaitForAssertion(
            () => Assert.Contains("The server moves <script>", colleague.Find("#sending-paused").TextContent, StringComparison.Ordinal));
        problems.WaitForAssertion(() => Assert.Contains("The sending of messages is paused", problems.Markup, StringComparison.Ordinal));
        Assert.Contains("hub/outbox", problems.FindAll("a").Select(link => link.GetAttribute("href")));

        await colleague.PressAsync("Resume the sending");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#sending-paused")));
    }

    [Fact]
    public async Task All_that_was_not_delivered_is_sent_again_after_the_count_was_asked()
    {
        await Host.FailedAsync("one@example.org");
        await Host.FailedAsync("two@example.org");
        var auditor = Open<OutboxPage>(await Host.AppointAsync(HubRole.Auditor, "Auditor"), "/hub/outbox?state=undelivered");
        auditor.WaitForAssertion(() => Assert.Contains("two@example.org", auditor.Words(), StringComparison.Ordinal));
        Assert.DoesNotContain("Send all in this list again", auditor.Markup, StringComparison.Ordinal);
        var reader = Reader(await Host.AppointAsync(HubRole.SecretariatOfficer));
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Render<MudPopoverProvider>();
        var dialogs = reader.Render<MudDialogProvider>();
        reader.Services.GetRequiredService<BunitNavigationManager>().NavigateTo("/hub/outbox?state=undelivered");
        var page = reader.Render<OutboxPage>();

        var sending = page.PressAsync("Send all in this list again");
        dialogs.WaitForAssertion(() => Assert.Contains("Messages to send again: 2.", dialogs.Markup, StringComparison.Ordinal));
        await dialogs.PressAsync("Send again");
        await sending;

        page.WaitForAssertion(() => Assert.Contains("Messages that go out again: 2.", page.Markup, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("Nothing matches", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Send all in this list again", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registration_shows_the_same_and_lets_officers_send_again_and_auditors_look()
    {
        var registration = await Host.SubmittedAsync("CI", Given.Awa);
        await Host.SendDueAsync();
        Host.Time.Advance(TimeSpan.FromMinutes(2));
        var email = await Host.EmailAsync("registration.contact-point-request", registration);
        var auditor = OpenDossier(await Host.AppointAsync(HubRole.Auditor, "Auditor"), registration);
        auditor.WaitForAssertion(
            () => Assert.Contains($"hub/outbox/{email.Id}", auditor.FindAll("a").Select(link => link.GetAttribute("href"))));
        Assert.Empty(auditor.FindAll("button"));

        var page = OpenDossier(await Host.AppointAsync(HubRole.SecretariatOfficer), registration);
        await page.PressAsync($"Send again {email.Subject}");

        page.WaitForAssertion(() => Assert.Contains("The message goes out again.", page.Markup, StringComparison.Ordinal));
        Assert.Equal(email.Id, (await Host.EmailAsync("registration.contact-point-request", registration)).ResendOf);
        page.WaitForAssertion(
            () => Assert.Contains("Being sent", page.Find("#messages").ParentElement!.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_file_holds_the_filtered_list_and_runs_no_formula()
    {
        var account = await Host.AccountAsync("auditor@example.org");
        await Host.AppointAsync(HubRole.Auditor, account);
        var email = Host.Notice(subject: "=HYPERLINK(\"https://example.com\")");
        email.MarkFailed("552 5.2.2 Over quota", Host.Now(), DeliveryTrouble.MailboxFull);
        await Host.AddAsync(email, Host.Notice("other@example.org"));
        using var client = await Host.SignedInAsync("auditor@example.org");

        var file = await client.GetStringAsync(new Uri("/hub/outbox.csv?state=Failed", UriKind.Relative));

        Assert.Contains("\"'=HYPERLINK(\"\"https://example.com\"\")\",reader@example.org", file, StringComparison.Ordinal);
        Assert.Contains("The mailbox is full,552 5.2.2 Over quota", file, StringComparison.Ordinal);
        Assert.DoesNotContain("other@example.org", file, StringComparison.Ordinal);
    }

    private IRenderedComponent<RegistrationDossierPage> OpenDossier(Actor actor, Guid id) =>
        Open<RegistrationDossierPage>(actor, $"/hub/registrations/{id}", parameters => parameters.Add(page => page.Id, id));
}
