using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Platform.Refusals;

/// <summary>A form whose token no longer holds: words, what was typed, and one press to go on; for the reader's own page only.</summary>
public sealed class RefusedFormTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private const string Profile = "/account/manage/profile";

    [Fact]
    public async Task What_was_typed_before_signing_in_is_sent_on_by_one_press()
    {
        await Host.AccountAsync("awa@example.org");
        using var client = await Host.SignedInAsync("awa@example.org");
        var word = PlainForms.TokensOf(
            await client.GetStringAsync(new Uri(Profile, UriKind.Relative), TestContext.Current.CancellationToken)).Last();
        using var refused = await PostAsync(client, Profile, "same-origin", [.. Of("no token of mine"), word]);
        var page = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("<h1><bdi>Please send this once more</bdi></h1>", page, StringComparison.Ordinal);
        Assert.Contains("<bdi>awa@example.org</bdi>", page, StringComparison.Ordinal);
        Assert.Contains("Aïssatou", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        var again = KeptOf(page);
        Assert.Equal($".{Profile}", again.Action);

        using var sent = await PostAsync(client, again.Action[1..], "same-origin", again.Fields);
        Assert.True(sent.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{sent.StatusCode}");
        Assert.Contains("value=\"Aïssatou Diallo",
            await client.GetStringAsync(new Uri(Profile, UriKind.Relative), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cross-site", "https://evil.example")]
    [InlineData("same-site", "https://elsewhere.localhost")]
    [InlineData(null, "https://evil.example")]
    [InlineData(null, "null")]
    [InlineData(null, null)]
    public async Task What_another_site_made_up_is_not_one_press_away(string? site, string? origin)
    {
        await Host.AccountAsync("awa@example.org");
        using var client = await Host.SignedInAsync("awa@example.org");
        using var refused = await PostAsync(client, Profile, site, Of("forged"), origin);
        var page = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("<h1><bdi>This form did not come from here</bdi></h1>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("ssatou", page, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"./account/manage/profile\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passwords_are_asked_for_again_and_never_shown()
    {
        using var client = Host.CreateClient();
        await client.GetStringAsync(new Uri("/account/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);
        using var refused = await PostAsync(client, "/account/sign-in?returnUrl=%2Fguide", "same-origin",
            [new("Form.Email", "awa@example.org"), new("Form.Password", "three green lanterns"), new("_handler", "sign-in"),
                new("__RequestVerificationToken", "old")]);
        var page = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain("three green lanterns", page, StringComparison.Ordinal);
        Assert.Contains("value=\"awa@example.org\"", page, StringComparison.Ordinal);
        Assert.Matches("""<input[^>]*name="Form.Password"[^>]*type="password""", page);
        Assert.Contains("action=\"./account/sign-in?returnUrl=%2Fguide\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_without_cookies_is_told_of_cookies()
    {
        using var client = Host.CreateClient();
        using var refused = await PostAsync(client, "/account/sign-in", "same-origin",
            [new("Form.Email", "awa@example.org"), new("_handler", "sign-in")]);

        Assert.Contains("<h1><bdi>Your browser sent no cookie</bdi></h1>",
            await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_signed_out_meanwhile_keeps_what_was_typed()
    {
        using var client = Host.CreateClient();
        using var refused = await PostAsync(client, Profile, "same-origin", Of("of a session that ended"));
        var page = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains("<h1><bdi>Please sign in first</bdi></h1>", page, StringComparison.Ordinal);
        Assert.Contains("Aïssatou", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Equal($".{Profile}", KeptOf(page).Action);
    }

    [Fact]
    public async Task A_form_that_the_page_no_longer_has_is_told_in_words()
    {
        await Host.AccountAsync("awa@example.org");
        using var client = await Host.SignedInAsync("awa@example.org");
        var page = await client.GetStringAsync(new Uri(Profile, UriKind.Relative), TestContext.Current.CancellationToken);
        KeyValuePair<string, string>[] tokens = [.. PlainForms.TokensOf(page)];
        foreach (var handler in (string?[])["gone", null])
        {
            using var refused = await PostAsync(client, Profile, "same-origin", [.. Of(tokens[0].Value, handler), tokens[1]]);
            var words = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains("<h1><bdi>This form is no longer on the page</bdi></h1>", words, StringComparison.Ordinal);
            Assert.Contains($"href=\".{Profile}\"", words, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/account/sign-in", "application/x-www-form-urlencoded; charset=utf-7", "words=abc")]
    [InlineData("/contact-point/confirm", "application/x-www-form-urlencoded; charset=utf-7", "words=abc")]
    [InlineData("/account/sign-in", "application/x-www-form-urlencoded; charset=utf-32", "words=abc")]
    [InlineData("/contact-point/confirm", "application/x-www-form-urlencoded; charset=bogus", "words=abc")]
    [InlineData("/contact-point/confirm", "multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=\"words\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\n+AGE-\r\n--b--\r\n")]
    public async Task A_form_in_characters_that_nobody_reads_is_refused_in_words(string path, string type, string body)
    {
        using var client = Host.CreateClient();
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var refused = await client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("<h1>", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_told_in_the_readers_language_with_the_headers_and_kept_by_nobody()
    {
        using var client = Host.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Language", "fr");
        using var refused = await PostAsync(client, "/contact-point/confirm", "same-origin", [new("words", "Bonjour")]);
        var page = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("<html lang=\"fr\"", page, StringComparison.Ordinal);
        Assert.Contains("Bonjour", page, StringComparison.Ordinal);
        Assert.Equal("fr", Assert.Single(refused.Content.Headers.ContentLanguage));
        Assert.True(refused.Headers.CacheControl?.NoStore);
        Assert.Equal(["DENY"], refused.Headers.GetValues("X-Frame-Options"));
    }

    [Fact]
    public async Task What_it_says_of_caches_is_not_overridden_with_a_warning()
    {
        await using var host =
            await ConsoleHost.StartAsync(
                settings: new Dictionary<string, string?> { ["Logging:LogLevel:Microsoft.AspNetCore.Antiforgery"] = "Warning" });
        using var client = host.CreateClient();
        using var refused = await PostAsync(client, "/contact-point/confirm", "same-origin", [new("words", "Bonjour")]);

        Assert.Contains("name=\"words\"", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.True(refused.Headers.CacheControl is { NoStore: true, NoCache: true }, refused.Headers.CacheControl?.ToString());
        Assert.DoesNotContain(host.Log.Entries, entry => entry.Contains("Cache-Control", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_field_for_a_secret_is_known_as_one()
    {
        var names = Directory.EnumerateFiles(Repository.Path("Ephyto.AdminConsole"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), "<FormField [^>]*>"))
            .Where(field => field.Value.Contains("Type=\"password\"", StringComparison.Ordinal)
                || field.Value.Contains("one-time-code", StringComparison.Ordinal))
            .Select(field => Regex.Match(field.Value, "Name=\"([^\"]+)\"").Groups[1].Value).Where(name => !name.StartsWith('@')).ToList();

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.True(AdminConsole.Platform.Refusals.RefusedForm.IsSecret(name), name));
    }

    private static KeyValuePair<string, string>[] Of(string token, string? handler = "profile") =>
    [
        new("Form.Name", "Aïssatou Diallo"), new("Form.Language", "en"), new("Form.TimeZone", ""),
        .. handler is null ? (KeyValuePair<string, string>[])[] : [new("_handler", handler)],
        new("__RequestVerificationToken", token),
    ];

    private static async Task<HttpResponseMessage> PostAsync(
        HttpClient client, string path, string? site, IEnumerable<KeyValuePair<string, string>> fields, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
        if (origin is not null) request.Headers.TryAddWithoutValidation("Origin", origin);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The form that the page offers to send again.</summary>
    private static (string Action, IReadOnlyList<KeyValuePair<string, string>> Fields) KeptOf(string page)
    {
        var form = Regex.Match(page, "<form method=\"post\" action=\"(?<action>[^\"]+)\" class=\"form\".*?</form>",
            RegexOptions.Singleline);
        Assert.True(form.Success, page);
        return (WebUtility.HtmlDecode(form.Groups["action"].Value),
            [.. Regex.Matches(form.Value, "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
            .Select(field =>
                KeyValuePair.Create(WebUtility.HtmlDecode(field.Groups[1].Value), WebUtility.HtmlDecode(field.Groups[2].Value)))]);
    }
}
