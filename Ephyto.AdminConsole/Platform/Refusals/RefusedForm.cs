using System.Text;
using Ephyto.AdminConsole.Platform.Forms;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Microsoft.Net.Http.Headers;

namespace Ephyto.AdminConsole.Platform.Refusals;

/// <summary>
/// A form that was refused, as it was typed: what the reader needs to send it once more. Passwords and codes are not kept,
/// files neither; the page asks for them again by name.
/// </summary>
/// <param name="Action">Where the form goes: an address inside this console, whose dot keeps it from being taken for one with a
/// scheme.</param>
internal sealed record RefusedForm(
    string Action, IReadOnlyList<KeyValuePair<string, string>> Fields, IReadOnlyList<string> Secrets, IReadOnlyList<string> Files)
{
    // A page that holds more would be slower to show than to fill in.
    private const int MostCharacters = 200_000;

    private const string Token = "__RequestVerificationToken";

    private static readonly string[] SecretNames = ["Password", "PasswordAgain", "Present", "Proof", "Code"];

    // Only the browser's passkeys can give it.
    private const string PasskeyName = "Credential";

    /// <summary>What a person typed or chose, as far as it reads like that, with the field it was typed in.</summary>
    public IEnumerable<KeyValuePair<string, string>> Typed =>
        Fields.Where(entry => !entry.Key.StartsWith('_') && ReadsLikeTyped(entry.Value));

    /// <summary>The form's own word of what it was shown for; null where it has none.</summary>
    public string? ShownFor => Fields.FirstOrDefault(entry => entry.Key == ShownForms.Field).Value;

    /// <summary>Reads the body of a form that nobody has read so far; a large one is left alone.</summary>
    public static async Task ReadAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentLength is null or > MostCharacters) return;
        try
        {
            await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception unreadable) when (UnreadableForm.Is(unreadable))
        {
            // Then there is nothing to keep.
        }
    }

    /// <returns>Null where there is nothing that could be sent again.</returns>
    public static RefusedForm? Of(HttpContext http)
    {
        var request = http.Request;
        if (!HttpMethods.IsPost(request.Method) || Read(request) is not { } form) return null;

        var fields = form.SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? ""))
            .Where(field => field.Key != Token).ToList();
        if (fields.Exists(field => LastPart(field.Key) == PasskeyName)
            || fields.Sum(field => (long)field.Key.Length + field.Value.Length) > MostCharacters) return null;
        return new($"./{http.AskedFor()}",
            [.. fields.Where(field => !IsSecret(field.Key))],
            [.. fields.Select(field => field.Key).Where(IsSecret).Distinct()],
            [.. form.Files.Select(file => file.Name).Distinct()]);
    }

    public static bool IsSecret(string field) =>
        SecretNames.Contains(LastPart(field)) || field.Contains("password", StringComparison.OrdinalIgnoreCase);

    /// <summary>The part of a field's name behind the form's: it names the field's label on the page that asks again.</summary>
    public static string LastPart(string field) => field[(field.LastIndexOf('.') + 1)..];

    /// <summary>
    /// Whether the reader's own page of this console sent the request. Only then a button may send it on: what another site
    /// made up must not become an act by one press.
    /// </summary>
    public static bool IsFromOwnPage(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site == "same-origin";
        return request.Headers.ContainsKey(HeaderNames.Origin) && Own(request).SentIt(request);
    }

    /// <summary>The page of this console the request came from, as an address inside it; null where the browser does not say it.</summary>
    public static string? PageBefore(HttpRequest request)
    {
        if (!ForeignUri.TryRead(request.Headers[HeaderNames.Referer].ToString(), out var page)
            || !Own(request).Is(new HostString(page.Authority))) return null;
        return PathString.FromUriComponent(page).StartsWithSegments(request.PathBase, out var rest)
            ? $"./{LocalUrl.OrHome(rest.ToUriComponent() + page.Query)}" : null;
    }

    private static OwnHost Own(HttpRequest request) => request.HttpContext.RequestServices.GetRequiredService<OwnHost>();

    private static IFormCollection? Read(HttpRequest request)
    {
        try
        {
            // Read before, when the token was looked for.
            return request.HasFormContentType ? request.Form : null;
        }
        catch (Exception unreadable) when (UnreadableForm.Is(unreadable) || unreadable is InvalidOperationException)
        {
            return null;
        }
    }

    private static bool ReadsLikeTyped(string value) =>
        value.EnumerateRunes().Any(Rune.IsLetter) && !Guid.TryParse(value, out _) && !bool.TryParse(value, out _)
            && (value.Length <= 60 || value.Contains(' ', StringComparison.Ordinal));
}
