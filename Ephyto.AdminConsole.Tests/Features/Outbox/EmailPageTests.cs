using Bunit;
using Bunit.TestDoubles;
using Ephyto.AdminConsole.Features.Outbox.Pages;
using Ephyto.AdminConsole.Features.Serving.Emails;
using Ephyto.AdminConsole.Field.Delivery.UseCases;
using Ephyto.AdminConsole.Tests.Features.Serving;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace Ephyto.AdminConsole.Tests.Features.Outbox;

/// <summary>One e-mail over the real store: as its reader sees it, and what an officer does with it.</summary>
public sealed class EmailPageTests : PageTests
{
    [Fact]
    public async Task The_preview_speaks_the_language_of_its_reader_shows_no_secret_and_leads_nowhere_also_for_an_auditor()
    {
        var registration = await Host.SubmittedAsync("CI", Given.Awa);
        var email = await Host.EmailAsync("registration.received", registration);
        var secret = Host.SecretOf(email);

        var page = OpenEmail(await Host.AppointAsync(HubRole.Auditor, "Auditor"), email.Id);

        var frame = page.WaitForElement("iframe");
        var shown = frame.GetAttribute("srcdoc")!;
        Assert.Equal("", frame.GetAttribute("sandbox"));
        Assert.Contains("lang=\"fr\"", shown, StringComparison.Ordinal);
        Assert.Contains("[secret part, not shown]", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("href=", shown, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("__link-secret__", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(email.ProtectedSecret!, page.Markup, StringComparison.Ordinal);
        Assert.Equal("fr", page.Find(".email-text").GetAttribute("lang"));
        Assert.Empty(page.FindAll("button"));
    }

    [Fact]
    public async Task What_it_is_about_is_one_press_away_also_where_that_is_a_country_that_is_served()
    {
        var (nppo, boss, connection) = await Host.ServingOrganizationAsync();
        await Host.AddAsync(ServingWorld.Contact("FR", "contact.fr@example.org", Host.Now()));
        var asked = await Host.AskedAsync(nppo, boss, connection, "FR");
        var email = await Host.EmailAsync(ServingEmails.AskedKind, asked.Id);

        var page = OpenEmail(await Host.AppointAsync(HubRole.Auditor, "Auditor"), email.Id);

        page.WaitForElement($"a[href='hub/audit?object=serving:{asked.Id}']");
    }

    [Fact]
    public async Task A_failed_email_is_corrected_on_its_page_which_turns_to_the_new_one()
    {
        var failed = await Host.FailedAsync("wrnog@example.org");
        var reader = Reader(await Host.AppointAsync(HubRole.SecretariatOfficer));
        var page = reader.Render<EmailPage>(parameters => parameters.Add(it => it.Id, failed.Id));
        page.WaitForAssertion(() => Assert.Contains("There is no such mailbox", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Only this person changes it", page.Markup, StringComparison.Ordinal);

        await page.Find("#mail-address").ChangeAsync("nonsense");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(
            () => Assert.Equal("This is not a valid e-mail address.", page.Find("#mail-address-error").TextContent.Trim()));
        Assert.Equal("nonsense", page.Find("#mail-address").GetAttribute("value"));
        await page.Find("#mail-address").ChangeAsync("o’brien@example.org");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(
            () => Assert.Contains("curly apostrophe", page.Find("#mail-address-error").TextContent, StringComparison.Ordinal));
        await page.Find("#mail-address").ChangeAsync("wrong@example.org");
        await page.Find("form").SubmitAsync();

        var again = (await Host.EmailAsync(failed.Id)).ResentAs;
        Assert.EndsWith($"/hub/outbox/{again}", reader.Services.GetRequiredService<BunitNavigationManager>().Uri, StringComparison.Ordinal);
        page.WaitForAssertion(
            () => Assert.Contains("queued for the corrected address", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_waiting_email_is_not_offered_for_a_try_while_the_sending_is_paused()
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        var email = Host.Notice();
        await Host.AddAsync(email);
        var page = OpenEmail(officer, email.Id);
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("button"), button => button.TextContent == "Try now"));

        await Host.PauseAsync(officer);

        page.WaitForAssertion(() => Assert.Contains("It waits: the sending is paused.", page.Markup, StringComparison.Ordinal));
        Assert.Equal(["Cancel the message"], page.FindAll(".card .button-row button").Select(button => button.TextContent));
    }

    [Fact]
    public async Task A_failure_is_marked_as_dealt_with_on_the_emails_page_and_leaves_the_list_of_what_is_open()
    {
        var failed = await Host.FailedAsync();
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        var list = Open<OutboxPage>(await Host.AppointAsync(HubRole.Auditor, "Auditor"), "/hub/outbox?state=undelivered");
        list.WaitForAssertion(() => Assert.Contains("reader@example.org", list.Find("tbody").TextContent, StringComparison.Ordinal));
        var page = OpenEmail(officer, failed.Id);

        await page.PressAsync("Dealt with");

        page.WaitForAssertion(
            () => Assert.Contains("marked as dealt with", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent == "Dealt with"));
        page.WaitForAssertion(
            () => Assert.Contains("A message that was not delivered was dealt with", page.Find(".timeline").TextContent,
                StringComparison.Ordinal));
        list.WaitForAssertion(() => Assert.Contains("Nothing matches", list.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_that_nobody_waits_for_any_more_is_not_offered_to_be_sent_again_and_the_page_says_why()
    {
        var registration = await Host.SubmittedAsync("CI", Given.Awa);
        var asked = await Host.EmailAsync("registration.contact-point-request", registration);
        await Host.ChangeAsync(asked, email => email.MarkFailed("554 Trouble", Host.Now(), DeliveryTrouble.Other));
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        var page = OpenEmail(officer, asked.Id);
        var about = new SubjectRef(SubjectKinds.Registration, registration);
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("button"), button => button.TextContent == "Send again"));
        Assert.Contains(asked.Id, await Host.Get<ResendEmail>().OfferedAsync(about, officer, default));

        await Host.StoreAsync(async db =>
        {
            (await db.Set<Registration>().SingleAsync(r => r.Id == registration)).Withdraw(null, Host.Now());
            return await db.SaveChangesAsync();
        });

        page.WaitForAssertion(() => Assert.Contains("It cannot be sent again.", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent == "Send again");
        Assert.DoesNotContain("so it is written anew", page.Find("[aria-labelledby=acts]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(asked.Id, await Host.Get<ResendEmail>().OfferedAsync(about, officer, default));
    }

    [Fact]
    public async Task A_waiting_email_is_cancelled_after_one_question()
    {
        var email = Host.Notice();
        await Host.AddAsync(email);
        var reader = Reader(await Host.AppointAsync(HubRole.SecretariatOfficer));
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Render<MudPopoverProvider>();
        var dialogs = reader.Render<MudDialogProvider>();
        var page = reader.Render<EmailPage>(parameters => parameters.Add(it => it.Id, email.Id));

        var cancelling = page.WaitForElement(".button-danger").ClickAsync();
        await dialogs.WaitForElement(".button-danger").ClickAsync();
        await cancelling;

        page.WaitForAssertion(
            () => Assert.Contains("It does not go out.", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Equal(EmailState.Cancelled, (await Host.EmailAsync(email.Id)).State);
        page.WaitForAssertion(
            () => Assert.Contains("cancelled before it was sent", page.Find(".timeline").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_email_that_arrived_although_it_was_taken_back_is_not_called_unsent()
    {
        var email = Host.Notice();
        email.Cancel(Host.Now());
        email.MarkSent(Host.Now());
        await Host.AddAsync(email);

        var page = OpenEmail(await Host.AppointAsync(HubRole.SecretariatOfficer), email.Id);

        page.WaitForAssertion(() => Assert.Contains("Sent before it was taken back", page.Markup, StringComparison.Ordinal));
        Assert.Contains("its reader has got it all the same", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Not sent", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_email_with_a_secret_offers_no_other_address_but_the_way_to_the_directory()
    {
        var registration = await Host.SubmittedAsync("CI", Given.Awa);
        var email = await Host.EmailAsync("registration.contact-point-request", registration);

        var page = OpenEmail(await Host.AppointAsync(HubRole.HubAdministrator), email.Id);

        page.WaitForAssertion(() => Assert.Contains("whoever reads it may act", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("#mail-address"));
        Assert.Contains("hub/contact-points/CI", page.FindAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Who_has_no_role_is_shown_the_door_and_an_email_that_is_not_there_has_a_page()
    {
        var stranger = Actor.User(Guid.NewGuid());

        Assert.Contains("You may not open this page", Open<OutboxPage>(stranger, "/hub/outbox").Markup, StringComparison.Ordinal);
        Assert.Contains("You may not open this page", OpenEmail(stranger, Guid.NewGuid()).Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SubjectKinds.Nppo, "hub/nppos/", "The organization")]
    [InlineData(SubjectKinds.Letter, "hub/letters/", "The official letter")]
    public async Task An_email_leads_to_what_it_is_about(string about, string address, string name)
    {
        var email = Host.Notice(about: about);
        await Host.AddAsync(email);

        var page = OpenEmail(await Host.AppointAsync(HubRole.Auditor), email.Id);

        page.WaitForAssertion(
            () => Assert.Equal(name,
                page.FindAll("dd a").Single(link => link.GetAttribute("href") == $"{address}{email.SubjectId}").TextContent));
    }

    [Fact]
    public async Task An_email_that_is_not_there_is_said_so() => Assert.Contains(
        "There is no such message", OpenEmail(await Host.AppointAsync(HubRole.Auditor), Guid.NewGuid()).Markup, StringComparison.Ordinal);

    private IRenderedComponent<EmailPage> OpenEmail(Actor actor, Guid id) =>
        Open<EmailPage>(actor, $"/hub/outbox/{id}", parameters => parameters.Add(page => page.Id, id));
}
