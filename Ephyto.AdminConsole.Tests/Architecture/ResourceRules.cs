using System.Text.RegularExpressions;
using Texts = System.Collections.Generic.IReadOnlyDictionary<string, System.Collections.Generic.IReadOnlyDictionary<string, string>>;

namespace Ephyto.AdminConsole.Tests.Architecture;

internal static partial class ResourceRules
{
    public static IEnumerable<string> Differences(Texts files, IEnumerable<string> languages) =>
        from language in languages
        from pair in Pairs(files.Keys, language)
        from difference in Differences(files, pair.Neutral, pair.Translated)
        select difference;

    /// <summary>Texts a file asks its own localizer for that stand in no resource file of that name.</summary>
    public static IEnumerable<string> Unknown(string file, string source, Texts files) =>
        from localizer in Localizer().Matches(source)
        let marker = localizer.Groups[1].Value
        let known = files.Where(texts => Path.GetFileName(texts.Key) == $"{marker}.resx").SelectMany(texts => texts.Value.Keys).ToHashSet()
        from asked in Regex.Matches(source, $@"\b{localizer.Groups[2].Value}\[""(\w+)""\s*[\],]")
        where !known.Contains(asked.Groups[1].Value)
        select $"{file}: {marker} has no text {asked.Groups[1].Value}";

    /// <summary>Texts that another resource says in the same words, in English and in another language.</summary>
    public static IEnumerable<string> SaidAgain(Texts files, string labels, string language) =>
        from file in files.Keys.Where(file => file != $"{labels}.resx" && !LanguageSuffix().IsMatch(file))
        let translated = files.GetValueOrDefault(file.Replace(".resx", $".{language}.resx", StringComparison.Ordinal))
        where translated is not null
        from label in files[$"{labels}.resx"]
        from text in files[file]
        where text.Value == label.Value && translated.GetValueOrDefault(text.Key) == files[$"{labels}.{language}.resx"].GetValueOrDefault(label.Key)
        select $"{file}: {text.Key} says what {Path.GetFileName(labels)}.{label.Key} says";

    private static IEnumerable<(string Neutral, string Translated)> Pairs(IEnumerable<string> files, string language) =>
        files.Select(file => LanguageSuffix().Replace(file, ".resx")).Distinct()
            .Select(neutral => (neutral, neutral.Replace(".resx", $".{language}.resx", StringComparison.Ordinal)));

    private static IEnumerable<string> Differences(Texts files, string neutral, string translated)
    {
        if (!files.TryGetValue(neutral, out var source))
            return [$"{neutral}: missing"];
        if (!files.TryGetValue(translated, out var target))
            return [$"{translated}: missing"];
        return
        [
            .. source.Keys.Except(target.Keys).Select(key => $"{translated}: {key} missing"),
            .. target.Keys.Except(source.Keys).Select(key => $"{neutral}: {key} missing"),
            .. source.Keys.Intersect(target.Keys).Where(key => !Places(source[key]).SetEquals(Places(target[key])))
                .Select(key => $"{translated}: {key} has other places"),
            .. source.Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => $"{neutral}: {text.Key} is empty"),
            .. target.Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => $"{translated}: {text.Key} is empty"),
        ];
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(place => place.Groups[1].Value)];

    [GeneratedRegex(@"\{(\d+)(?:[,:][^}]*)?\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\.[a-z]{2}(-[A-Za-z]+)?\.resx$")]
    private static partial Regex LanguageSuffix();

    [GeneratedRegex(@"IStringLocalizer<(\w+)>\s+(\w+)")]
    private static partial Regex Localizer();
}
