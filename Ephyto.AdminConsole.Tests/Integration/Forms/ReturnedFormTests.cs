using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Contact.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Tests.Integration.Forms;

/// <summary>
/// Without JavaScript: a form of a page that a link opened, and that was refused, comes back with the words typed into it.
/// </summary>
public sealed class ReturnedFormTests() : FormsOfLinks(DatabaseKind.Sqlite)
{
    [Theory]
    [MemberData(nameof(Forms))]
    public async Task The_language_is_switched_in_the_middle_of_a_form_and_nothing_is_lost_or_done(string form)
    {
        using var browser = await BrowserAsync();
        var (id, tab) = await OpenAsync(browser, form);
        var before = (await Registrar.LoadAsync(id)).Steps.Count;

        await tab.SendByAsync($"{form}\"", "Français", ("words", Typed), ("reason", nameof(DeclineReason.NotReady)));

        Assert.Contains("<html lang=\"fr\"", tab.Text, StringComparison.Ordinal);
        Assert.Matches($"<textarea[^>]*>\\s*{Regex.Escape(Typed)}</textarea>", tab.Text);
        Assert.DoesNotContain("minister", tab.Address.Query, StringComparison.Ordinal);
        Assert.Equal(before, (await Registrar.LoadAsync(id)).Steps.Count);
        await tab.SendAsync($"{form}\"", ("words", Typed), ("reason", nameof(DeclineReason.NotReady)));
        Assert.Equal(Typed, (await Registrar.LoadAsync(id)).Steps.OrderBy(step => step.Number).Last(step => step.Words is not null).Words);
        Assert.Contains("<html lang=\"fr\"", tab.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_are_asked_for_are_not_called_optional()
    {
        using var browser = await BrowserAsync();
        var (_, tab) = await OpenAsync(browser, "contact-point/decline");
        Assert.Contains("field-optional", tab.Text, StringComparison.Ordinal);

        await tab.SendAsync("contact-point/decline\"", ("reason", nameof(DeclineReason.Other)), ("words", ""));

        Assert.Contains("Please write what you want to say.", tab.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("field-optional", tab.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_declines_without_a_reason_keeps_the_words()
    {
        using var browser = await BrowserAsync();
        var (id, tab) = await OpenAsync(browser, "contact-point/decline");

        await tab.SendAsync("contact-point/decline\"", ("words", Typed));

        Assert.Matches($"<textarea[^>]*>\\s*{Regex.Escape(Typed)}</textarea>", tab.Text);
        Assert.Contains("Please choose a reason.", tab.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("minister", tab.Address.Query, StringComparison.Ordinal);
        Assert.Equal(RegistrationStatus.AwaitingContactPoint, (await Registrar.LoadAsync(id)).Status);
        await tab.SendAsync("contact-point/decline\"", ("words", Typed), ("reason", nameof(DeclineReason.NotReady)));
        Assert.Equal(RegistrationStatus.Declined, (await Registrar.LoadAsync(id)).Status);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task What_was_typed_is_shown_when_the_message_is_no_longer_open_in_the_browser(string form)
    {
        using var browser = await BrowserAsync();
        var (id, tab) = await OpenAsync(browser, form);
        var before = (await Registrar.LoadAsync(id)).Status;
        Host.Time.Advance(TimeSpan.FromHours(13));

        await tab.SendAsync($"{form}\"", ("words", Typed), ("reason", nameof(DeclineReason.NotReady)));

        Assert.Contains($"<bdi class=\"typed-text\">{Typed}</bdi>", tab.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("minister", tab.Address.Query, StringComparison.Ordinal);
        Assert.Equal(before, (await Registrar.LoadAsync(id)).Status);
        Assert.Equal("This message is no longer open in this browser", (await tab.FollowAsync("Open the page again")).Title);
    }

    [Fact]
    public void Each_form_with_words_that_is_sent_to_an_address_of_its_own_is_tried_here()
    {
        var forms = Repository.SourceFiles(".razor")
            .SelectMany(file => Regex.Matches(Repository.Read(file), "<form\\b.*?</form>", RegexOptions.Singleline))
            .Select(form => form.Value).Where(form => form.Contains("Rows=", StringComparison.Ordinal))
            // What its own page answers, that page gives back.
            .Where(form => !form.Contains("@formname", StringComparison.Ordinal))
            .Select(form => Regex.Match(form, "^<form[^>]* action=\"([^\"]+)\"").Groups[1].Value)
            .Where(action => action.Length > 0).Distinct();

        Assert.Equal(["contact-point/@Step", "registration/answer", "registration/report-contact"], forms.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("en", "The contact point asked:", "The representative answered:", "The representative has not answered yet.")]
    [InlineData("fr", "Le point de contact a demandé\u00a0:", "Le représentant a répondu\u00a0:",
        "Le représentant n’a pas encore répondu.")]
    public async Task The_contact_point_sees_the_question_and_the_answer_with_their_dates(string language, string asked,
        string answered, string open)
    {
        const string question = "Who decided \u05d0\u05d1 on this?";
        using var browser = Host.CreateClient();
        await browser.GetAsync(new Uri($"/language/{language}", UriKind.Relative));
        var registration = await Registrar.VerifiedAsync();
        var link = await Registrar.LinkOfAsync(registration.Id, EmailKinds.ContactPointRequest);
        var first = await Registrar.SecretOfAsync(registration.Id, EmailKinds.ContactPointRequest);
        var askedAt = Host.Now();
        Assert.True((await Host.CallAsync((AskApplicant ask) => ask.HandleAsync(new(link.Id, question), default))).IsSuccess);
        var waiting = (await new Tab(browser).GoToAsync($"/contact-point/{first}")).Text;
        Assert.Contains($"<bdi>{question}</bdi>", waiting, StringComparison.Ordinal);
        Assert.Contains(open, waiting, StringComparison.Ordinal);

        Host.Time.Advance(TimeSpan.FromDays(2));
        var tracker = await Registrar.LinkOfAsync(registration.Id, EmailKinds.Question);
        Assert.True((await Host.CallAsync((AnswerQuestion answer) => answer.HandleAsync(new(tracker.Id, Typed), default))).IsSuccess);
        var page = (await new Tab(browser).GoToAsync(
            $"/contact-point/{await Registrar.SecretOfAsync(registration.Id, EmailKinds.ContactPointRequest)}")).Text;

        foreach (var (label, at, words) in new[] { (asked, askedAt, question), (answered, Host.Now(), Typed) })
            Assert.Matches($"{Regex.Escape(label)}.*?datetime=\"{at:yyyy-MM-dd'T'HH:mm}.*?<bdi>{Regex.Escape(words)}</bdi>",
                page.ReplaceLineEndings(" "));
        Assert.DoesNotContain(open, page, StringComparison.Ordinal);
    }
}
