using System.Net;
using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Features.Registrations;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Integration.Forms;

/// <summary>A form whose word of what it was shown for does not match its browser is refused in words, and nothing is done.</summary>
public sealed class ShownFormTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private const string Wanted = "quiet river under plum trees";

    private Registrar Registrar => field ??= new Registrar(Host);

    [Fact]
    public async Task A_form_whose_message_is_not_open_here_says_which_it_was_and_offers_the_others()
    {
        using var browser = Host.CreateClient();
        await browser.GetAsync("/language/en");
        var (kenya, ghana) = (await Registrar.VerifiedAsync("KE"), await Registrar.VerifiedAsync("GH"));
        var tab = await new Tab(browser).GoToAsync(
            $"/contact-point/{await Registrar.SecretOfAsync(kenya.Id, EmailKinds.ContactPointRequest)}");
        await tab.GoToAsync($"{tab.Address.PathAndQuery}&step=confirm");
        Host.Time.Advance(TimeSpan.FromMinutes(61));
        await new Tab(browser).GoToAsync($"/contact-point/{await Registrar.SecretOfAsync(ghana.Id, EmailKinds.ContactPointRequest)}");

        await tab.SendAsync("contact-point/confirm\"", ("words", ""));

        Assert.Equal("/form-problem", tab.Address.AbsolutePath);
        Assert.Equal("This message is no longer open in this browser", tab.Title);
        Assert.Contains(kenya.Reference, tab.Text, StringComparison.Ordinal);
        foreach (var registration in new[] { kenya, ghana })
            Assert.Equal(RegistrationStatus.AwaitingContactPoint, (await Registrar.LoadAsync(registration.Id)).Status);
        Assert.Contains("Ghana", (await tab.FollowAsync("Ghana")).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_to_be_sent_once_more_says_what_it_is_about_what_it_does_and_what_was_chosen_in_words()
    {
        using var browser = Host.CreateClient();
        await browser.GetAsync("/language/en");
        var (kenya, ghana) = (await Registrar.VerifiedAsync("KE"), await Registrar.VerifiedAsync("GH"));
        var tab = await new Tab(browser).GoToAsync(
            $"/contact-point/{await Registrar.SecretOfAsync(kenya.Id, EmailKinds.ContactPointRequest)}");
        await new Tab(browser).GoToAsync($"/contact-point/{await Registrar.SecretOfAsync(ghana.Id, EmailKinds.ContactPointRequest)}");
        var shown = await browser.GetStringAsync(tab.Address + "&step=decline");
        // Nobody chose one for the reader.
        Assert.DoesNotMatch("<input[^>]*name=\"reason\"[^>]* checked", shown);
        var word = PlainForms.TokensOf(shown[shown.IndexOf("contact-point/decline", StringComparison.Ordinal)..]).Last();

        using var request = new HttpRequestMessage(HttpMethod.Post, "/contact-point/decline")
        {
            Content = new FormUrlEncodedContent(
                [word, new("reason", nameof(DeclineReason.NotReady)), new("words", "The laboratory is not built."),
                    new("returnUrl", "/guide here"), new("__RequestVerificationToken", "old")]),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var refused = await browser.SendAsync(request);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(kenya.Reference, page, StringComparison.Ordinal);
        Assert.DoesNotContain(ghana.Reference, page, StringComparison.Ordinal);
        Assert.Contains("<strong>Decline the registration</strong>", page, StringComparison.Ordinal);
        Assert.Contains("<bdi class=\"typed-text\">The laboratory is not built.</bdi>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<bdi class=\"typed-text\">NotReady</bdi>", page, StringComparison.Ordinal);
        Assert.Contains($"<bdi class=\"typed-text\">{Host.Get<Terms>().Of(DeclineReason.NotReady)}</bdi>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<bdi class=\"typed-text\">/guide here</bdi>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_does_not_act_at_the_address_of_another_link()
    {
        using var browser = Host.CreateClient();
        var (kenya, ghana) = (await Registrar.VerifiedAsync("KE"), await Registrar.VerifiedAsync("GH"));
        var (first, second) = (new Tab(browser), new Tab(browser));
        await first.GoToAsync($"/contact-point/{await Registrar.SecretOfAsync(kenya.Id, EmailKinds.ContactPointRequest)}");
        await second.GoToAsync($"/contact-point/{await Registrar.SecretOfAsync(ghana.Id, EmailKinds.ContactPointRequest)}");
        var shown = await browser.GetStringAsync(first.Address + "&step=confirm");

        using var content =
            new FormUrlEncodedContent(PlainForms.TokensOf(shown[shown.IndexOf("contact-point/confirm", StringComparison.Ordinal)..]));
        using var answer = await browser.PostAsync("/contact-point/confirm" + second.Address.Query, content);

        Assert.StartsWith("/form-problem?", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(RegistrationStatus.AwaitingContactPoint, (await Registrar.LoadAsync(kenya.Id)).Status);
        Assert.Equal(RegistrationStatus.AwaitingContactPoint, (await Registrar.LoadAsync(ghana.Id)).Status);
    }

    [Fact]
    public async Task A_page_whose_circuit_ended_leads_back_to_it_to_the_sign_in_or_to_who_is_signed_in_now()
    {
        var first = await Host.AccountAsync("first@example.org");
        await Host.AccountAsync("second@example.org");
        var forms = Host.Get<AdminConsole.Platform.Forms.ShownForms>();
        var after = "/"
            + forms.AddressAfter(first.Id, "account/manage/profile", AdminConsole.Platform.Security.SessionOver.Of(SessionEnd.Replaced));
        using var nobody = Host.CreateClient();
        Assert.Equal("/account/sign-in?returnUrl=%2Faccount%2Fmanage%2Fprofile&done=replaced", await LeadsToAsync(nobody));
        using var same = await Host.SignedInAsync("first@example.org");
        Assert.Equal("/account/manage/profile", await LeadsToAsync(same));

        using var other = await Host.SignedInAsync("second@example.org");
        var tab = await new Tab(other).GoToAsync(after);

        Assert.Equal("This page was shown to another person", tab.Title);
        Assert.Contains("first@example.org", tab.Text, StringComparison.Ordinal);
        Assert.Contains("second@example.org", tab.Text, StringComparison.Ordinal);
        Assert.Equal("/account/manage/profile", (await tab.FollowAsync("Load the page again")).Address.AbsolutePath);

        async Task<string> LeadsToAsync(HttpClient browser)
        {
            using var answer = await browser.GetAsync(after);
            return new Uri(new Uri("https://localhost"), answer.Headers.Location!.OriginalString).PathAndQuery;
        }
    }

    [Theory]
    [InlineData("/account/manage/password", "\"password\"")]
    [InlineData("/account/manage/profile", "\"profile\"")]
    [InlineData("/account/manage/email", "\"email\"")]
    [InlineData("/account/manage/data/erase", "\"erase\"")]
    [InlineData("/account/manage/sessions", "\"sessions\"")]
    [InlineData("/account/manage/second-factor", "\"turn-on\"")]
    [InlineData("/account/manage/passkeys", "\"passkey\"")]
    [InlineData("/account/manage", "account/sign-out\"")]
    public async Task A_page_shown_to_one_person_does_not_act_for_another_who_has_signed_in_meanwhile(string page, string form)
    {
        await Host.AccountAsync("first@example.org");
        await Host.AccountAsync("second@example.org");
        using var browser = await Host.SignedInAsync("first@example.org");
        var tab = await new Tab(browser).GoToAsync(page);
        Assert.Contains("first@example.org", tab.Text, StringComparison.Ordinal);
        await new Tab(browser).SendAfterAsync("/account/manage", "account/sign-out\"");
        await new Tab(browser).SendAfterAsync("/account/sign-in", "\"sign-in\"", ("Form.Email", "second@example.org"),
            ("Form.Password", Given.Password));
        var before = await StateAsync();

        await tab.SendAsync(form, ("Form.Present", Given.Password),
            ("Form.Password", page.EndsWith("erase", StringComparison.Ordinal) ? Given.Password : Wanted),
            ("Form.PasswordAgain", Wanted), ("Form.Name", "Changed"), ("Form.Language", "fr"), ("Form.Proof", Given.Password),
            ("Form.Others", "true"),
            ("Form.Email", "changed@example.org"));

        Assert.Equal("This page was shown to another person", tab.Title);
        Assert.Contains("first@example.org", tab.Text, StringComparison.Ordinal);
        Assert.Contains("second@example.org", tab.Text, StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync());
        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task A_code_signs_in_only_the_account_whose_code_the_page_asked_for()
    {
        Dictionary<string, string> keys = [];
        foreach (var email in new[] { "first@example.org", "second@example.org" })
        {
            await Host.AccountAsync(email);
            using var client = await Host.SignedInAsync(email);
            keys[email] = (await Host.SetUpAuthenticatorAsync(client)).Key;
        }

        Host.Time.Advance(TimeSpan.FromSeconds(30));
        using var browser = Host.CreateClient();
        var tab = await new Tab(browser).SendAfterAsync("/account/sign-in", "\"sign-in\"", ("Form.Email", "first@example.org"),
            ("Form.Password", Given.Password));
        await new Tab(browser).SendAfterAsync("/account/sign-in", "\"sign-in\"", ("Form.Email", "second@example.org"),
            ("Form.Password", Given.Password));
        Assert.Contains("first@example.org", tab.Text, StringComparison.Ordinal);

        await tab.SendAsync("\"code\"", ("Form.Code", Authenticator.CodeOf(keys["second@example.org"], Host.Time.GetUtcNow())));

        Assert.Contains("The code was for another account", tab.Text, StringComparison.Ordinal);
        Assert.False(await browser.IsSignedInAsync());
        await tab.SendAsync("\"code\"", ("Form.Code", Authenticator.CodeOf(keys["second@example.org"], Host.Time.GetUtcNow())));
        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task The_cookies_of_links_are_bounded_and_the_oldest_go_first()
    {
        using var browser = Host.CreateClient();
        var held = new CookieContainer();
        Tab? first = null;
        string[] countries = ["KE", "GH", "CI", "SN", "TG", "BJ", "ML", "NE", "BF", "GN", "GM", "LR", "SL", "CV", "NG", "CM", "GA"];
        foreach (var country in countries)
        {
            var registration = await Registrar.VerifiedAsync(country, email: $"{country}@example.org".ToLowerInvariant());
            var secret = await Registrar.SecretOfAsync(registration.Id, EmailKinds.ContactPointRequest);
            using var opened = await browser.GetAsync($"/contact-point/{secret}");
            foreach (var cookie in opened.Headers.GetValues("Set-Cookie")) held.SetCookies(new Uri("https://localhost"), cookie);
            first ??= await new Tab(browser).GoToAsync(opened.Headers.Location!.OriginalString);
            Host.Time.Advance(TimeSpan.FromSeconds(1));
        }

        var links = held.GetAllCookies().Where(cookie => cookie.Name.Contains("-link-", StringComparison.Ordinal)).ToList();
        Assert.Equal(LinkCookies.Most, links.Count);
        Assert.True(links.Sum(cookie => cookie.ToString().Length + 2) < 3_072,
            $"{links.Sum(cookie => cookie.ToString().Length + 2)} bytes");
        await browser.GetAsync("/language/en");
        var choice = await new Tab(browser).GoToAsync("/contact-point");
        Assert.Contains("Gabon", choice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kenya", choice.Text, StringComparison.Ordinal);
        Assert.Contains("Please open the link in our message", (await first!.ReloadAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_expires_after_it_was_opened_says_that_it_expired()
    {
        var registration = await Registrar.VerifiedAsync("KE");
        var secret = await Registrar.SecretOfAsync(registration.Id, EmailKinds.ContactPointRequest);
        Host.Time.Advance(
            (await Registrar.LinkOfAsync(registration.Id,
            EmailKinds.ContactPointRequest)).ExpiresAt - Host.Now() - TimeSpan.FromMinutes(5));
        using var browser = Host.CreateClient();
        await browser.GetAsync("/language/en");
        var tab = await new Tab(browser).GoToAsync($"/contact-point/{secret}");
        await tab.GoToAsync($"{tab.Address.PathAndQuery}&step=confirm");
        Host.Time.Advance(TimeSpan.FromMinutes(6));

        await tab.SendAsync("contact-point/confirm\"", ("words", ""));

        Assert.Equal("Nothing was done", tab.Title);
        Assert.Contains("You pressed: Confirm the registration", Regex.Replace(tab.Text, "<[^>]+>", ""), StringComparison.Ordinal);
        await tab.FollowAsync("Open the page again");
        Assert.Equal("This link has expired", tab.Title);
        Assert.DoesNotContain("newest", tab.Text, StringComparison.Ordinal);
        Assert.Contains("link-problem/renew", tab.Text, StringComparison.Ordinal);
        Assert.Equal(RegistrationStatus.AwaitingContactPoint, (await Registrar.LoadAsync(registration.Id)).Status);
    }

    private Task<string> StateAsync() => Host.StoreAsync(async db =>
    {
        var users = await db.Users.AsNoTracking().OrderBy(user => user.Email)
            .Select(user => $"{user.Email} {user.DisplayName} {user.PasswordHash} {user.SecurityStamp}").ToListAsync();
        var sessions = await db.Set<UserSession>().AsNoTracking().OrderBy(session => session.Id)
            .Select(session => $"{session.Id} {session.EndedAt}").ToListAsync();
        return string.Join('\n', users.Concat(sessions));
    });
}
