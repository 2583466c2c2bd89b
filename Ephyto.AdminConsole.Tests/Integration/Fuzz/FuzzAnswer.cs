using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Platform.Forms;

namespace Ephyto.AdminConsole.Tests.Integration.Fuzz;

/// <summary>What came back, and what is wrong with it.</summary>
internal sealed class FuzzAnswer(FuzzRequest request, FuzzPerson person, HttpResponseMessage answer, byte[] body)
{
    private static readonly string[] Guards = ["Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy"];

    public int Status { get; } = (int)answer.StatusCode;

    /// <summary>A form that came whole to its handler, or at least past the guards before it.</summary>
    public bool IsPastGuards { get; } = request.IsWhole
        && answer.Headers.Location?.OriginalString.Contains(ShownFormGuard.ProblemPath, StringComparison.Ordinal) is not true;

    public bool IsWhole => request.IsWhole;

    /// <summary>The server refused it before anybody could read which language was asked for: it speaks in all of them.</summary>
    public bool IsByServer { get; } = answer.Content.Headers.ContentLanguage.Count > 1;

    /// <summary>What a person reads.</summary>
    public string Text { get; } = System.Net.WebUtility.HtmlDecode(Encoding.UTF8.GetString(body));

    /// <summary>What a refusal calls itself; null for what is none.</summary>
    public string? Title { get; } = (int)answer.StatusCode < 400
        ? null : FuzzText.TitleOf(answer.Content.Headers.ContentType?.MediaType, Encoding.UTF8.GetString(body));

    /// <summary>
    /// What breaks the rule: a refusal has words in the reader's language, the headers are always there, and nothing fails.
    /// </summary>
    public IReadOnlyList<string> Faults { get; } = [.. FaultsOf(request, person, answer, body)];

    public override string ToString() =>
        $"{person}: {request} → {Status.ToString(CultureInfo.InvariantCulture)}: {string.Join("; ", Faults)}";

    private static IEnumerable<string> FaultsOf(FuzzRequest request, FuzzPerson person, HttpResponseMessage answer, byte[] body)
    {
        var status = (int)answer.StatusCode;
        if (status >= 500) yield return $"fails: {Start(body, 400)}";
        foreach (var guard in Guards.Where(guard => !answer.Headers.Contains(guard))) yield return $"lacks {guard}";
        if (status < 400 || request.Method == "HEAD") yield break;
        if (body.Length == 0)
        {
            yield return "is empty";
            yield break;
        }

        var type = answer.Content.Headers.ContentType?.MediaType;
        var languages = answer.Content.Headers.ContentLanguage;
        var language = languages.FirstOrDefault();
        if (language is null) yield return "names no language";
        var reads = person is FuzzPerson.FrenchReader or FuzzPerson.FrenchAdministrator ? "fr" : "en";
        if (!request.ChangesLanguage && !languages.Contains(reads)) yield return $"is in {language}, not in {reads}";
        if (languages.Count > 1 && answer.Headers.ConnectionClose is not true)
            yield return "is in several languages, and not the server's own";
        if (language is not null && FuzzText.TitleOf(type, Encoding.UTF8.GetString(body)) is { } title
            && FuzzText.KindsOf(title).Any() && !FuzzText.Speaks(language, title, type, Encoding.UTF8.GetString(body)))
                yield return $"says “{title}” in another language than {language}";
        if (type is "application/problem+json" or "application/json")
        {
            if (!Regex.IsMatch(Encoding.UTF8.GetString(body), "\"(detail|sentence|secondsLeft)\":")) yield return "says nothing";
        }
        else if (type is "text/html")
        {
            var page = Encoding.UTF8.GetString(body);
            if (!page.Contains($"<html lang=\"{language}\"", StringComparison.Ordinal)) yield return "is in another language than it says";
            if (!Regex.IsMatch(page, "<h1[^>]*>(<bdi>)?[^<]+(</bdi>)?</h1>")) yield return "has no heading";
        }
        else
        {
            yield return $"is {type ?? "of no type"}: {Start(body, 80)}";
        }
    }

    private static string Start(byte[] body, int length) =>
        Regex.Replace(Encoding.UTF8.GetString(body)[..Math.Min(length, Encoding.UTF8.GetCharCount(body))], @"\s+", " ");
}
