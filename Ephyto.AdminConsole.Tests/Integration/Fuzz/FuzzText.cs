using System.Collections;
using System.Globalization;
using System.Net;
using System.Resources;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ephyto.AdminConsole.Tests.Integration.Fuzz;

/// <summary>The texts of refusals in the languages offered, by which it shows in which one a page speaks.</summary>
internal static class FuzzText
{
    private static readonly ResourceManager Texts = new("Ephyto.AdminConsole.Platform.Refusals.RefusalText", typeof(Program).Assembly);

    private static readonly Dictionary<string, Dictionary<string, string>> ByLanguage = new()
    {
        ["en"] = Of(CultureInfo.InvariantCulture), ["fr"] = Of(CultureInfo.GetCultureInfo("fr")),
    };

    /// <summary>What a page or a problem calls itself; null where it has no such thing.</summary>
    public static string? TitleOf(string? type, string text)
    {
        if (type is "text/html")
        {
            var heading = Regex.Match(text, "<h1[^>]*>(.*?)</h1>", RegexOptions.Singleline).Groups[1].Value;
            return heading.Length == 0 ? null : WebUtility.HtmlDecode(Regex.Replace(heading, "<[^>]+>", ""));
        }

        // Who asked for the head alone gets no words.
        if (type is not "application/problem+json" || text.Length == 0) return null;
        using var problem = JsonDocument.Parse(text);
        return problem.RootElement.TryGetProperty("title", out var title) ? title.GetString() : null;
    }

    /// <summary>The names of the refusals that a title may stand for, in any language.</summary>
    public static IEnumerable<string> KindsOf(string title) => ByLanguage.Values
        .SelectMany(words => words.Where(word => word.Key.EndsWith("_Title", StringComparison.Ordinal) && word.Value == title))
        .Select(word => word.Key[..^"_Title".Length]).Distinct();

    /// <summary>Of a refusal that is known: whether what it says is said in this language.</summary>
    public static bool Speaks(string language, string title, string? type, string text)
    {
        var words = ByLanguage[language];
        var said = SaidIn(type, text);
        return KindsOf(title)
            .Any(kind => words[$"{kind}_Title"] == title
                && (!words.TryGetValue($"{kind}_Next", out var next) || said.Contains(next, StringComparison.Ordinal)));
    }

    private static string SaidIn(string? type, string text)
    {
        if (type is "text/html") return WebUtility.HtmlDecode(text);
        using var problem = JsonDocument.Parse(text);
        return problem.RootElement.GetProperty("detail").GetString() ?? "";
    }

    private static Dictionary<string, string> Of(CultureInfo culture) =>
        Texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(word => (string)word.Key, word => (string)word.Value!);
}
