using System.Net;
using Ephyto.AdminConsole.Features.Registrations.Contact.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Tests.Features.Registrations;

/// <summary>What contact point and applicant read on the pages of their links, without a script.</summary>
public sealed class LinkPageTextTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private Registrar Registrar => field ??= new Registrar(Host);

    [Fact]
    public async Task While_a_question_is_open_the_page_offers_every_decision_but_another_question()
    {
        var (registration, link) = await RequestAsync();
        using var contact =
            await OpenAsync($"/contact-point/{await Registrar.SecretOfAsync(registration.Id, EmailKinds.ContactPointRequest)}", "en");
        await Host.CallAsync((AskApplicant ask) => ask.HandleAsync(new(link, "Who decided?"), default));

        var page = await ReadAsync(contact, "/contact-point");
        Assert.Contains("Your question is on its way", page, StringComparison.Ordinal);
        foreach (var step in new[] { "confirm", "decline", "step-aside" })
            Assert.Contains($"value=\"{step}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"ask\"", page, StringComparison.Ordinal);

        var sure = await ReadAsync(contact, "/contact-point?step=confirm");
        Assert.Contains("Your question has no answer yet.", sure, StringComparison.Ordinal);
        Assert.DoesNotContain("contact-point/ask\"", await ReadAsync(contact, "/contact-point?step=ask"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_decision_the_page_repeats_reason_and_words()
    {
        var (registration, link) = await RequestAsync();
        using var contact =
            await OpenAsync($"/contact-point/{await Registrar.SecretOfAsync(registration.Id, EmailKinds.ContactPointRequest)}", "en");
        await Host.CallAsync(
            (DeclineRegistration decline) => decline.HandleAsync(new(link, DeclineReason.NotReady, "Next year."), default));

        var page = await ReadAsync(contact, "/contact-point");
        Assert.Contains("What you told us", page, StringComparison.Ordinal);
        Assert.Contains("<bdi>Next year.</bdi>", page, StringComparison.Ordinal);
        Assert.Contains("The country is not ready", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_confirmation_without_words_the_page_says_what_was_done()
    {
        var (registration, link) = await RequestAsync();
        using var contact =
            await OpenAsync($"/contact-point/{await Registrar.SecretOfAsync(registration.Id, EmailKinds.ContactPointRequest)}", "en");
        await Host.CallAsync((ConfirmRegistration confirm) => confirm.HandleAsync(new(link, null), default));

        Assert.Contains("You confirmed it.", await ReadAsync(contact, "/contact-point"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_stepping_aside_the_page_repeats_the_successor()
    {
        var (registration, link) = await RequestAsync();
        using var contact =
            await OpenAsync($"/contact-point/{await Registrar.SecretOfAsync(registration.Id, EmailKinds.ContactPointRequest)}", "en");
        await Host.CallAsync((StepAside aside) => aside.HandleAsync(new(link, "Awa Koné"), default));

        Assert.Contains("<bdi>Awa Koné</bdi>", await ReadAsync(contact, "/contact-point"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tracker_says_from_when_a_message_may_be_sent_again()
    {
        var (registration, _) = await RequestAsync();
        using var applicant = await OpenAsync($"/registration/{await Registrar.SecretOfAsync(registration.Id, EmailKinds.Received)}", "fr");

        var early = await ReadAsync(applicant, "/registration");
        Assert.Contains("De nouveau possible", early, StringComparison.Ordinal);
        Assert.Contains("Sollicité", early, StringComparison.Ordinal);
        Assert.Contains("class=\"without-script\">Rechargez cette page", early, StringComparison.Ordinal);
        Assert.Contains("class=\"with-script\">Cette page se met à jour", early, StringComparison.Ordinal);

        Host.Time.Advance(TimeSpan.FromHours(24));
        Assert.DoesNotContain("De nouveau possible", await ReadAsync(applicant, "/registration"), StringComparison.Ordinal);
    }

    private async Task<(Registration Registration, Guid Link)> RequestAsync()
    {
        var registration = await Registrar.VerifiedAsync();
        return (registration, (await Registrar.LinkOfAsync(registration.Id, EmailKinds.ContactPointRequest)).Id);
    }

    private async Task<HttpClient> OpenAsync(string link, string language)
    {
        var client = Host.CreateClient();
        using var opened = await client.GetAsync(new Uri(link, UriKind.Relative));
        using var chosen = await client.GetAsync(new Uri($"/language/{language}", UriKind.Relative));
        return client;
    }

    private static async Task<string> ReadAsync(HttpClient client, string path) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(path, UriKind.Relative)));
}
