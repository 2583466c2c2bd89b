using System.Text.RegularExpressions;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>Forms of pages without JavaScript, as a browser sends them.</summary>
internal static class PlainForms
{
    /// <summary>Sends a form of a plain page as a browser does: reads the page, takes its hidden fields along.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(this HttpClient client, string path, string form, params (string Name, string Value)[] fields)
    {
        using var shown = await client.GetAsync(new Uri(path, UriKind.Relative));
        var html = await shown.Content.ReadAsStringAsync();
        Assert.True(shown.IsSuccessStatusCode, $"{path}: {shown.StatusCode} {html}");
        var part = Regex.Match(html, $"""<form(?:(?!</form>).)*name="_handler" value="{form}"(?:(?!</form>).)*</form>""", RegexOptions.Singleline).Value;
        var values = fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
            .Append(new("_handler", form)).Append(new("__RequestVerificationToken", TokenOf(part)));
        using var content = new FormUrlEncodedContent(values);
        return await client.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    public static async Task<HttpResponseMessage> SignOutAsync(this HttpClient client)
    {
        var html = await client.GetStringAsync(new Uri("/account/manage", UriKind.Relative));
        var part = Regex.Match(html, """<form[^>]*action="/account/sign-out".*?</form>""", RegexOptions.Singleline).Value;
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", TokenOf(part))]);
        return await client.PostAsync(new Uri("/account/sign-out", UriKind.Relative), content);
    }

    private static string TokenOf(string form)
    {
        var token = Regex.Match(form, """name="__RequestVerificationToken" value="([^"]+)""").Groups[1].Value;
        Assert.NotEmpty(token);
        return token;
    }
}
