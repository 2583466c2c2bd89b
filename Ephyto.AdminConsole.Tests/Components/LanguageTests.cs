using System.Net;

namespace Ephyto.AdminConsole.Tests.Components;

[Collection(nameof(ShellApp))]
public sealed class LanguageTests(ShellApp app)
{
    [Theory]
    [InlineData("fr-FR,fr;q=0.9,en;q=0.5", "fr", "ltr", "Rejoindre le Hub ePhyto")]
    [InlineData("en-GB", "en", "ltr", "Join the ePhyto Hub")]
    [InlineData("de", "en", "ltr", "Join the ePhyto Hub")]
    [InlineData("ar-EG", "ar", "rtl", "<h1>")]
    public async Task The_browser_decides_first(string accepts, string language, string direction, string words)
    {
        using var answer = await app.GetAsync("/", ("Accept-Language", accepts));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains($"<html lang=\"{language}\" dir=\"{direction}\"", page, StringComparison.Ordinal);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Equal([language], answer.Content.Headers.ContentLanguage);
    }

    [Fact]
    public async Task A_choice_is_remembered_for_a_year_and_outweighs_the_browser()
    {
        using var answer = await app.GetAsync("/language/fr?returnUrl=%2Fguide%3Fa%3Db");
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/guide?a=b", answer.Headers.Location?.OriginalString);
        Assert.Contains("max-age=31536000", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        var page = await app.ReadAsync("/guide", ("Cookie", cookie.Split(';')[0]), ("Accept-Language", "en"));
        Assert.Contains("Guide d’adhésion", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/language/fr?returnUrl=https%3A%2F%2Felsewhere.example")]
    [InlineData("/language/fr?returnUrl=%2F%2Felsewhere.example")]
    [InlineData("/theme/dark?returnUrl=%2F%5Celsewhere.example")]
    public async Task A_switch_leads_nowhere_but_into_the_console(string address)
    {
        using var answer = await app.GetAsync(address);

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/language/fr")]
    [InlineData("/theme/dark")]
    public async Task A_page_loaded_ahead_switches_nothing(string address)
    {
        using var answer = await app.GetAsync(address, ("Sec-Purpose", "prefetch;prerender"));

        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/language/ru")]
    [InlineData("/language/xx")]
    [InlineData("/theme/pink")]
    public async Task What_is_not_offered_is_not_found(string address)
    {
        using var answer = await app.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
