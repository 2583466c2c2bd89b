using System.Net;
using System.Text.RegularExpressions;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>Browsers of people who are signed in, without JavaScript.</summary>
internal static class SignedIn
{
    public static async Task<HttpClient> SignedInAsync(this ConsoleHost host, string email, string password = Given.Password)
    {
        var client = host.CreateClient();
        using var answer = await client.SendFormAsync("/account/sign-in", "sign-in", ("Form.Email", email), ("Form.Password", password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    public static async Task<bool> IsSignedInAsync(this HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/account/manage", UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>Sets up an authenticator app as a person does.</summary>
    /// <returns>The key in the app, and the recovery codes that were shown.</returns>
    public static async Task<(string Key, IReadOnlyList<string> RecoveryCodes)> SetUpAuthenticatorAsync(this ConsoleHost host,
        HttpClient client)
    {
        const string path = "/account/manage/second-factor";
        var page = await client.GetStringAsync(new Uri(path, UriKind.Relative));
        var key = Regex.Match(page, "key-in-clear\">([A-Z2-7 ]+)<").Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        var offer = Regex.Match(page, "name=\"On.Offer\" value=\"([^\"]+)\"").Groups[1].Value;
        using var answer = await client.SendFormAsync(path, "turn-on", ("On.Offer", offer),
            ("On.Code", Authenticator.CodeOf(key, host.Time.GetUtcNow())));
        var shown = await answer.Content.ReadAsStringAsync();
        var codes = Regex.Matches(shown, "<li><code>([^<]+)</code>").Select(match => match.Groups[1].Value).ToList();
        Assert.True(codes.Count == 10, shown);
        return (key, codes);
    }

    /// <summary>The two steps of a sign-in.</summary>
    public static async Task<HttpResponseMessage> SignInWithCodeAsync(this HttpClient client, string email, string code)
    {
        using var first = await client.SendFormAsync("/account/sign-in", "sign-in", ("Form.Email", email),
            ("Form.Password", Given.Password));
        Assert.EndsWith("/account/sign-in/code", first.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.False(await client.IsSignedInAsync());
        return await client.SendFormAsync("/account/sign-in/code", "code", ("Form.Code", code));
    }
}
