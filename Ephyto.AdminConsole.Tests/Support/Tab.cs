using System.Net;
using System.Text.RegularExpressions;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>
/// One tab of a browser without JavaScript: it shows a page and sends the forms of that page, whatever other tabs of the same
/// browser have opened meanwhile.
/// </summary>
internal sealed class Tab(HttpClient browser)
{
    private static readonly Uri Console = new("https://localhost");

    public Uri Address { get; private set; } = Console;

    /// <summary>The page, with its character references resolved.</summary>
    public string Text => WebUtility.HtmlDecode(Html);

    public string Title =>
        WebUtility.HtmlDecode(
            Regex.Replace(Regex.Match(Html, "<h1[^>]*>(.*?)</h1>", RegexOptions.Singleline).Groups[1].Value, "<[^>]+>", ""));

    /// <summary>
    /// Where the forms of the page post to, signing out aside: <c>registration/withdraw</c>, or the page and the form's name,
    /// <c>account/activate#activate</c>.
    /// </summary>
    public IEnumerable<string> Acts => Forms.Select(form =>
    {
        var head = form[..form.IndexOf('>', StringComparison.Ordinal)];
        var action = WebUtility.HtmlDecode(Regex.Match(head, "action=\"([^\"]*)\"").Groups[1].Value is { Length: > 0 } given
            ? given : Address.AbsolutePath);
        var handler = Regex.Match(form, "name=\"_handler\" value=\"([^\"]+)\"").Groups[1].Value;
        return action.Split('?')[0].Trim('/') + (handler.Length > 0 ? $"#{handler}" : "");
    }).Where(act => act != "account/sign-out");

    private string Html { get; set; } = "";

    private IEnumerable<string> Forms => Regex.Matches(Html, "<form\\b.*?</form>", RegexOptions.Singleline).Select(match => match.Value)
        .Where(form => form[..form.IndexOf('>', StringComparison.Ordinal)].Contains("method=\"post\"", StringComparison.Ordinal));

    /// <summary>Opens the address and follows where it leads.</summary>
    public async Task<Tab> GoToAsync(string address)
    {
        for (var hop = 0; hop < 10; hop++)
        {
            // Addresses of the console start at its base element.
            Address = new Uri(Console, address);
            using var answer = await browser.GetAsync(Address);
            if (answer.Headers.Location is null)
            {
                Html = await answer.Content.ReadAsStringAsync();
                // A page that refuses is a page as well: a browser shows it.
                Assert.True((int)answer.StatusCode < 500 && Html.Length > 0, $"{Address}: {answer.StatusCode}");
                return this;
            }

            address = answer.Headers.Location.OriginalString;
        }

        throw new InvalidOperationException($"{Address} leads round in a circle.");
    }

    public Task<Tab> ReloadAsync() => GoToAsync(Address.PathAndQuery);

    /// <summary>Follows the link whose words contain the text.</summary>
    public Task<Tab> FollowAsync(string words)
    {
        var link = Regex.Matches(Html, """<a [^>]*href="([^"]+)"[^>]*>(.*?)</a>""", RegexOptions.Singleline)
            .First(match => WebUtility.HtmlDecode(match.Groups[2].Value).Contains(words, StringComparison.Ordinal));
        return GoToAsync(WebUtility.HtmlDecode(link.Groups[1].Value));
    }

    /// <summary>Opens the page, and sends a form of it.</summary>
    public async Task<Tab> SendAfterAsync(string page, string words, params (string Name, string Value)[] typed) =>
        await (await GoToAsync(page)).SendAsync(words, typed);

    /// <summary>
    /// Presses a button of the form that contains the words, with what is typed into it, and follows where the answer leads.
    /// </summary>
    public Task<Tab> SendAsync(string words, params (string Name, string Value)[] typed) => SendAsync(words, null, typed);

    /// <summary>The same with a button of the form that sends it elsewhere.</summary>
    public Task<Tab> SendByAsync(string words, string button, params (string Name, string Value)[] typed) =>
        SendAsync(words, button, typed);

    private async Task<Tab> SendAsync(string words, string? button, (string Name, string Value)[] typed)
    {
        var form = Regex.Matches(Html, "<form\\b.*?</form>", RegexOptions.Singleline).Select(match => match.Value)
            .First(part => WebUtility.HtmlDecode(part).Contains(words, StringComparison.Ordinal));
        var head = form[..form.IndexOf('>', StringComparison.Ordinal)];
        var fields = Regex.Matches(form, """<input type="hidden" name="([^"]*)" value="([^"]*)"(?: [^>]*)?/?>""")
            .Select(match =>
                KeyValuePair.Create(WebUtility.HtmlDecode(match.Groups[1].Value), WebUtility.HtmlDecode(match.Groups[2].Value)))
            .Concat(typed.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        if (button is not null)
            head = Regex.Match(WebUtility.HtmlDecode(form), $"<button[^>]*form(action=\"[^\"]*\")[^>]*>{button}<").Groups[1].Value;
        var action = new Uri(Console,
            WebUtility.HtmlDecode(Regex.Match(head, "action=\"([^\"]*)\"").Groups[1].Value is { Length: > 0 } given
                ? given : Address.PathAndQuery));
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await browser.PostAsync(action, content);
        Address = action;
        if (answer.Headers.Location is { } location) return await GoToAsync(location.OriginalString);
        Html = await answer.Content.ReadAsStringAsync();
        return this;
    }
}
