using System.Text.RegularExpressions;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>Forms of pages without JavaScript, as a browser sends them.</summary>
internal static class PlainForms
{
    /// <summary>Sends a form of a plain page as a browser does: reads the page, takes its hidden fields along.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(this HttpClient client, string path, string form,
        params (string Name, string Value)[] fields)
    {
        using var shown = await client.GetAsync(new Uri(path, UriKind.Relative));
        var html = await shown.Content.ReadAsStringAsync();
        Assert.True(shown.IsSuccessStatusCode, $"{path}: {shown.StatusCode} {html}");
        var part = Regex.Match(html, $"""<form(?:(?!</form>).)*name="_handler" value="{form}"(?:(?!</form>).)*</form>""",
            RegexOptions.Singleline).Value;
        var values = fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
            .Append(new("_handler", form)).Concat(TokensOf(part));
        using var content = new FormUrlEncodedContent(values);
        return await client.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    public static async Task<HttpResponseMessage> SignOutAsync(this HttpClient client)
    {
        var html = await client.GetStringAsync(new Uri("/account/manage", UriKind.Relative));
        var part = Regex.Match(html, """<form[^>]*action="account/sign-out".*?</form>""", RegexOptions.Singleline).Value;
        using var content = new FormUrlEncodedContent(TokensOf(part));
        return await client.PostAsync(new Uri("/account/sign-out", UriKind.Relative), content);
    }

    /// <summary>The fields that every form of the console carries: the token against forged forms, and what it was shown for.</summary>
    public static IEnumerable<KeyValuePair<string, string>> TokensOf(string html) =>
        new[] { "__RequestVerificationToken", "ShownFor" }.Select(name => KeyValuePair.Create(name, FieldOf(html, name)));

    private static string FieldOf(string form, string name)
    {
        var value = Regex.Match(form, $"""name="{name}" value="([^"]+)""").Groups[1].Value;
        Assert.NotEmpty(value);
        return value;
    }
}
