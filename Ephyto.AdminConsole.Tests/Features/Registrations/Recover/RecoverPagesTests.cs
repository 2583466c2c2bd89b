using System.Net;
using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Recover;

/// <summary>The public pages of a recovery, as a browser without JavaScript has them.</summary>
public sealed class RecoverPagesTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private static readonly (string, string)[] Typed =
    [
        ("Form.FamilyName", "Koné"), ("Form.JobTitle", "Cheffe de service"), ("Form.Email", "awa.kone@example.org"),
        ("Form.Phone", "+225 27 20 00 00 00"),
        ("Form.PreferredLanguage", "fr"), ("Form.Words", "Our administrator left in May."), ("Form.Informed", "true"),
    ];

    [Fact]
    public async Task A_country_is_found_in_any_language_and_its_form_opens()
    {
        await Host.ConfirmedNppoAsync();
        using var client = Host.CreateClient();

        using var found = await client.GetAsync("/recover?country=cote%20d%27ivoire");

        Assert.Equal("/recover/CI", Path(found));
        Assert.Contains("Direction de la protection des végétaux", WebUtility.HtmlDecode(await client.GetStringAsync("/recover/CI")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/recover?country=ghana", HttpStatusCode.OK)]
    [InlineData("/recover/GH", HttpStatusCode.OK)]
    [InlineData("/recover/gh", HttpStatusCode.OK)]
    public async Task A_country_without_NPPO_is_pointed_to_the_registration(string address, HttpStatusCode status)
    {
        using var client = Host.CreateClient();
        using var page = await client.GetAsync(address);
        var html = await page.Content.ReadAsStringAsync();

        Assert.Equal(status, page.StatusCode);
        Assert.Contains("Not registered yet: Ghana", html, StringComparison.Ordinal);
        Assert.Matches("""<main.*href="register".*</main>""", html.ReplaceLineEndings(" "));
        Assert.DoesNotContain("Form.FamilyName", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_of_no_country_is_not_found()
    {
        using var client = Host.CreateClient();
        using var page = await client.GetAsync("/recover/XX");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    [Fact]
    public async Task The_way_is_shown_on_the_sign_in_page()
    {
        using var client = Host.CreateClient();
        Assert.Matches("""<a href="recover">We have lost our administrator</a>""", await client.GetStringAsync("/account/sign-in"));
    }

    [Fact]
    public async Task Each_mistake_has_its_sentence_beside_the_field_and_what_was_typed_stays()
    {
        await Host.ConfirmedNppoAsync();
        using var client = Host.CreateClient();

        using var answer = await SendAsync(client, ("Form.FamilyName", "Koné <b>"), ("Form.Email", "nobody"), ("Form.Phone", "12"),
            ("Form.PreferredLanguage", "fr"));
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        foreach (var (field, sentence) in new[]
        {
            ("JobTitle", "Enter the job title."), ("Email", "Enter a whole e-mail address"), ("Phone", "Begin with + and the country code"),
            ("Words", "Write in a sentence what happened."),
        })
            Assert.Matches($"""id="Form-{field}-error">.*{Regex.Escape(sentence)}""", html);
        Assert.Matches("""id="informed-error">.*Inform the official contact point""", html);
        Assert.Contains("value=\"Koné <b>\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"nobody\"", html, StringComparison.Ordinal);
        Assert.Matches("""<option[^>]*value="fr"[^>]*selected""", html);
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<Registration>().CountAsync()));
    }

    [Fact]
    public async Task Words_that_are_too_long_are_refused_in_a_sentence_and_come_back_whole()
    {
        await Host.ConfirmedNppoAsync();
        using var client = Host.CreateClient();
        var shown = WebUtility.HtmlDecode(await client.GetStringAsync("/recover/CI"));
        Assert.Contains("At most 2,000 characters.", shown, StringComparison.Ordinal);
        Assert.DoesNotMatch("<textarea[^>]*maxlength", shown);
        var words = new string('x', 2_600);

        using var answer = await SendAsync(client, [.. Typed.Where(field => field.Item1 != "Form.Words"), ("Form.Words", words)]);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Matches("""id="Form-Words-error">.*Nothing of it was sent: shorten it""", html);
        Assert.Contains(words, html, StringComparison.Ordinal);
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<Registration>().CountAsync()));
    }

    [Fact]
    public async Task A_complete_form_leads_to_the_tracker()
    {
        await Host.ConfirmedNppoAsync();
        using var client = Host.CreateClient();

        using var answer = await SendAsync(client, Typed);

        Assert.StartsWith("/registration/", Path(answer), StringComparison.Ordinal);
        await client.GetAsync(answer.Headers.Location);
        var tracker = WebUtility.HtmlDecode(await client.GetStringAsync("/registration"));
        Assert.Contains("Nouvel administrateur\u00a0: Côte d’Ivoire", tracker, StringComparison.Ordinal);
        Assert.Contains("Our administrator left in May.", tracker, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_leads_to_the_one_recovery_and_says_so()
    {
        await Host.ConfirmedNppoAsync();
        using var client = Host.CreateClient();
        await client.GetAsync("/language/en");
        (string, string)[] typed = [.. Typed, ("Form.Visit", await VisitAsync(client))];
        using var first = await client.SendFormAsync("/recover/CI", "recover", typed);

        using var second = await client.SendFormAsync("/recover/CI", "recover", typed);

        Assert.Equal(1, await Host.StoreAsync(db => db.Set<Registration>().CountAsync(r => r.Kind == RegistrationKind.Recovery)));
        using var opened = await client.GetAsync(second.Headers.Location);
        var tracker = WebUtility.HtmlDecode(await client.GetStringAsync(opened.Headers.Location));
        Assert.Contains("This form was sent already.", tracker, StringComparison.Ordinal);
        Assert.Contains("Our administrator left in May.", tracker, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_asked_is_seen_masked_and_an_address_open_to_everybody_is_warned_of_once()
    {
        await Host.ConfirmedNppoAsync();
        using var client = Host.CreateClient();
        Assert.Contains("The contact point on file is o•••@•••.org.", WebUtility.HtmlDecode(await client.GetStringAsync("/recover/CI")),
            StringComparison.Ordinal);
        (string, string)[] typed = [.. Typed.Where(field => field.Item1 != "Form.Email"), ("Form.Email", "kone@gmail.com")];

        using var warned = await SendAsync(client, typed);
        Assert.Contains("kone@gmail.com is at a service open to everybody", WebUtility.HtmlDecode(await warned.Content.ReadAsStringAsync()),
            StringComparison.Ordinal);
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<Registration>().CountAsync()));

        using var meant = await SendAsync(client, [.. typed, ("Form.FreeMailTold", "kone@gmail.com")]);
        Assert.StartsWith("/registration/", Path(meant), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_are_refused_and_a_moment_that_is_not_the_servers_counts_as_none()
    {
        await Host.ConfirmedNppoAsync();
        using var client = Host.CreateClient();

        using var trapped = await SendAsync(client, [.. Typed, ("Form.Extra", "x")]);
        Assert.Contains("as if a program had filled it in", await trapped.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var forged = await client.SendFormAsync("/recover/CI", "recover", [.. Typed, ("Form.Visit", "made up")]);
        Assert.Contains("faster than a person", await forged.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_one_is_under_way_no_second_form_opens()
    {
        await Host.ConfirmedNppoAsync();
        await Host.VerifiedRecoveryAsync();
        using var client = Host.CreateClient();

        var html = await client.GetStringAsync("/recover/CI");

        Assert.Contains("A request is under way", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Form.FamilyName", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_contact_points_page_says_what_confirming_means()
    {
        await Host.ConfirmedNppoAsync();
        var recovery = await Host.VerifiedRecoveryAsync();
        using var client = Host.CreateClient();
        await client.GetAsync($"/contact-point/{await new Registrar(Host).SecretOfAsync(recovery.Id, EmailKinds.ContactPointRequest)}");

        var html = WebUtility.HtmlDecode(await client.GetStringAsync("/contact-point"));
        Assert.Contains("New administrator of the NPPO of Côte d’Ivoire", html, StringComparison.Ordinal);
        Assert.Contains(Recoveries.Words, html, StringComparison.Ordinal);
        Assert.Contains("may do everything in the organization’s account", html, StringComparison.Ordinal);
        Assert.Contains("Confirm the new administrator", html, StringComparison.Ordinal);

        var decline = await client.GetStringAsync("/contact-point?step=decline");
        Assert.Contains("value=\"StillAdministered\"", decline, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"AlreadyRegistered\"", decline, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpClient client, params (string Name, string Value)[] fields)
    {
        return await client.SendFormAsync("/recover/CI", "recover", [.. fields, ("Form.Visit", await VisitAsync(client))]);
    }

    private async Task<string> VisitAsync(HttpClient client)
    {
        var visit = Regex.Match(await client.GetStringAsync("/recover/CI"), """name="Form.Visit" value="([^"]+)""").Groups[1].Value;
        Host.Time.Advance(TimeSpan.FromMinutes(2));
        return visit;
    }

    private static string Path(HttpResponseMessage response) =>
        new Uri(new Uri("https://localhost"), response.Headers.Location!).AbsolutePath;
}
