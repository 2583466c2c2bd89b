using Bunit;
using Ephyto.AdminConsole.Features.Letters.Emails;
using Ephyto.AdminConsole.Features.Letters.Pages;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Tests.Features.Outbox;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Notifications;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace Ephyto.AdminConsole.Tests.Features.Letters;

/// <summary>The letters as an organization and the desk see them, and as they change before their eyes.</summary>
public sealed class LetterPagesTests : PageTests
{
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Actor _officer = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_nppo, _boss) = await Host.OrganizationAsync("CI");
        _officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
    }

    [Fact]
    public async Task An_administrator_asks_and_sees_live_that_it_was_issued()
    {
        var page = Open<LettersPage>(_boss, "/nppo/letters");
        await page.WaitForElement(".page-actions button").ClickAsync();
        await page.Find("#Form-Language").ChangeAsync(Languages.French.Code);
        await page.Find("#Form-Addressee").ChangeAsync("Ministère du commerce");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(
            () => Assert.Contains("The Secretariat has your request", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".page-actions button"));
        Assert.Contains("Ministère du commerce", page.Find("tbody").TextContent, StringComparison.Ordinal);

        var id = (await Host.Get<ListLetters>().HandleAsync(new(null, null, 1), _officer, CancellationToken.None)).Value.Items[0].Letter.Id;
        Assert.Equal(Languages.French, (await Host.LetterAsync(id)).Language);
        await Host.IssueAsync(id, _officer);
        await SeenAsync(page, "EPH-2026-0001");
        Assert.Equal($"letters/{id}/file?nppo={_nppo}", page.Find("tbody a").GetAttribute("href"));
        Assert.DoesNotContain("The Secretariat has your request", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("贸易部", "Latin, Greek or Cyrillic")]
    [InlineData("http://evil.example/claim", "A name holds no address of a web page")]
    public async Task A_refused_addressee_stays_in_the_form_with_its_sentence(string typed, string sentence)
    {
        var page = Open<LettersPage>(_boss, "/nppo/letters");
        await page.WaitForElement(".page-actions button").ClickAsync();
        await page.Find("#Form-Addressee").ChangeAsync(typed);
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains(sentence, page.Find("form [role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Contains(sentence, page.Find("#Form-Addressee-error").TextContent, StringComparison.Ordinal);
        Assert.Equal(typed, page.Find("#Form-Addressee").GetAttribute("value"));
    }

    [Fact]
    public async Task A_viewer_downloads_and_neither_asks_nor_takes_back()
    {
        var viewer = await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "viewer@example.org");
        await Host.IssuedLetterAsync(_nppo, _boss, _officer);
        await Host.AskAsync(_nppo, _boss);
        var page = Open<LettersPage>(viewer, "/nppo/letters");

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
        Assert.Empty(page.FindAll(".list-acts button, .page-actions button"));
        Assert.Single(page.FindAll("tbody a[download]"));
    }

    [Fact]
    public async Task A_request_is_taken_back_after_a_question()
    {
        await Host.AskAsync(_nppo, _boss);
        var (page, dialogs) = WithDialogs<LettersPage>(_boss, "/nppo/letters");
        var asked = page.WaitForElement("tbody button").ClickAsync();
        await dialogs.PressAsync("Take the request back");
        await asked;

        page.WaitForAssertion(
            () => Assert.Contains("The request was taken back", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Single(page.FindAll(".page-actions button"));
    }

    [Fact]
    public async Task The_desk_sees_a_request_arrive_and_keeps_its_filter_in_the_address()
    {
        var reader = Reader(_officer);
        reader.Services.GetRequiredService<NavigationManager>().NavigateTo("/hub/letters");
        var page = reader.Render<HubLettersPage>();
        page.WaitForAssertion(() => Assert.Contains("No letter has been asked for yet", page.Markup, StringComparison.Ordinal));
        await Host.AskAsync(_nppo, _boss);
        await SeenAsync(page, "Côte d’Ivoire");

        await page.Find("#state").ChangeAsync(nameof(LetterStatus.Issued));
        Assert.EndsWith("/hub/letters?state=Issued", reader.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("Nothing matches", page.Markup, StringComparison.Ordinal));
        Assert.EndsWith("hub/letters.csv?state=Issued", page.Find(".page-actions a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_issues_and_withdraws_with_a_reason()
    {
        var id = (await Host.AskAsync(_nppo, _boss)).Value;
        var (page, dialogs) = WithDialogs<HubLetterPage>(_officer, $"/hub/letters/{id}",
            parameters => parameters.Add(shown => shown.LetterId, id));
        Assert.Equal($"hub/letters/{id}/preview", page.WaitForElement("a[target=_blank]").GetAttribute("href"));
        var issuing = page.PressAsync("Issue the letter");
        await dialogs.PressAsync("Issue the letter");
        await issuing;
        page.WaitForAssertion(
            () => Assert.Contains("The letter is issued", page.Find(".board-news").TextContent, StringComparison.Ordinal));
        Assert.Contains("EPH-2026-0001", page.Markup, StringComparison.Ordinal);

        var withdrawing = page.PressAsync("Withdraw the letter");
        await dialogs.PressAsync("Withdraw the letter");
        dialogs.WaitForAssertion(() => Assert.Contains("Say why", dialogs.Markup, StringComparison.Ordinal));
        await dialogs.Find("#letter-words").ChangeAsync("The name was wrong.");
        await dialogs.PressAsync("Withdraw the letter");
        await withdrawing;
        page.WaitForAssertion(
            () => Assert.Contains("The letter is withdrawn", page.Find(".board-news").TextContent, StringComparison.Ordinal));
        Assert.Contains("The name was wrong.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_officer_reads_what_changed_and_sees_it()
    {
        var id = (await Host.AskAsync(_nppo, _boss)).Value;
        var (page, dialogs) = WithDialogs<HubLetterPage>(_officer, $"/hub/letters/{id}",
            parameters => parameters.Add(shown => shown.LetterId, id));
        page.WaitForElement(".button-primary");
        var declining = page.PressAsync("Decline");
        await dialogs.WaitForElement("#letter-words").ChangeAsync("Not needed.");
        await Host.IssueAsync(id, await Host.AppointAsync(HubRole.HubAdministrator, "First"));
        await dialogs.PressAsync("Decline");

        dialogs.WaitForAssertion(() => Assert.Contains("has been issued meanwhile", dialogs.Markup, StringComparison.Ordinal));
        Assert.Contains("First", dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Not needed.", dialogs.Find("#letter-words").GetAttribute("value"));
        Assert.False(declining.IsCompleted);
        page.WaitForAssertion(() => Assert.Contains("EPH-2026-0001", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_was_not_delivered_says_why_leads_to_the_outbox_and_is_sent_again()
    {
        var letter = await Host.IssuedLetterAsync(_nppo, _boss, _officer);
        var email = await Host.EmailAsync(LetterEmails.IssuedKind, letter.Id);
        var page = Open<HubLetterPage>(_officer, $"/hub/letters/{letter.Id}",
            parameters => parameters.Add(shown => shown.LetterId, letter.Id));
        page.WaitForAssertion(() => Assert.Contains($"hub/outbox/{email.Id}", page.FindAll("a").Select(link => link.GetAttribute("href"))));
        Assert.DoesNotContain("Nobody was written to", page.Markup, StringComparison.Ordinal);

        await Host.ChangeAsync(email, stored => stored.MarkFailed("552 5.2.2 Over quota", Host.Now(), DeliveryTrouble.MailboxFull));
        page.WaitForAssertion(() => Assert.Contains("The mail server said: 552 5.2.2 Over quota", page.Markup, StringComparison.Ordinal));
        await page.PressAsync($"Send again {email.Subject}");

        page.WaitForAssertion(() => Assert.Contains("The message goes out again.", page.Markup, StringComparison.Ordinal));
        Assert.NotNull((await Host.EmailAsync(email.Id)).ResentAs);
    }

    [Fact]
    public async Task An_officer_is_told_when_there_was_nobody_to_write_to()
    {
        await Host.Get<SendLetterLink>().HandleAsync("CI", CancellationToken.None);
        var link = await Host.LinkOfAsync(await Host.EmailAsync(LetterEmails.LinkKind, _nppo));
        var id = (await Host.Get<AskByLink>().HandleAsync(new(link, Languages.English, null), CancellationToken.None)).Value;
        await Host.StoreAsync(async db =>
        {
            (await db.Set<ContactPoint>().SingleAsync(c => c.CurrentCountryCode == "CI")).End(Actor.System, Host.Now());
            return await db.SaveChangesAsync();
        });
        var page = Open<HubLetterPage>(_officer, $"/hub/letters/{id}", parameters => parameters.Add(shown => shown.LetterId, id));
        page.WaitForElement("a[target=_blank]");
        Assert.DoesNotContain("Nobody was written to", page.Markup, StringComparison.Ordinal);

        await Host.IssueAsync(id, _officer);

        page.WaitForAssertion(() => Assert.Contains("Nobody was written to about this decision", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_auditor_reads_and_decides_nothing()
    {
        var id = (await Host.AskAsync(_nppo, _boss)).Value;
        var auditor = await Host.AppointAsync(HubRole.Auditor, "Auditor");
        var page = Open<HubLetterPage>(auditor, $"/hub/letters/{id}", parameters => parameters.Add(shown => shown.LetterId, id));

        page.WaitForElement("a[target=_blank]");
        Assert.Empty(page.FindAll("button"));
    }

    private (IRenderedComponent<TPage> Page, IRenderedComponent<MudDialogProvider> Dialogs) WithDialogs<TPage>(
        Actor actor, string address, Action<ComponentParameterCollectionBuilder<TPage>>? parameters = null)
        where TPage : IComponent
    {
        var reader = Reader(actor);
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        reader.Render<MudPopoverProvider>();
        var dialogs = reader.Render<MudDialogProvider>();
        return (reader.Render<TPage>(parameters ?? (_ => { })), dialogs);
    }

    private static Task SeenAsync<TPage>(IRenderedComponent<TPage> page, string words)
        where TPage : IComponent =>
            Eventually.TrueAsync(() => page.Markup.Contains(words, StringComparison.Ordinal), $"“{words}” on the page");
}
