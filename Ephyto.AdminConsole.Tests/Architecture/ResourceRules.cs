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

    /// <summary>
    /// Texts a file asks its own localizer for that stand neither in a resource file of that name nor among the shared labels.
    /// </summary>
    public static IEnumerable<string> Unknown(string file, string source, Texts files, string labels = "FieldNames") =>
        from localizer in Localizer().Matches(source)
        let marker = localizer.Groups[1].Value
        let known = files.Where(texts => Path.GetFileName(texts.Key) == $"{marker}.resx" || Path.GetFileName(texts.Key) == $"{labels}.resx")
            .SelectMany(texts => texts.Value.Keys).ToHashSet()
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
        where text.Value == label.Value
            && translated.GetValueOrDefault(text.Key) == files[$"{labels}.{language}.resx"].GetValueOrDefault(label.Key)
        select $"{file}: {text.Key} says what {Path.GetFileName(labels)}.{label.Key} says";

    /// <summary>
    /// Labels that two resources say in the same words, in English and in another language, or that one says as the shared labels do.
    /// A label is a text that a component shows as the name of a field: in a label, a term of a list, a heading of a table.
    /// </summary>
    /// <param name="sources">The components and what stands behind them, by path.</param>
    public static IEnumerable<string> LabelsTwice(IReadOnlyDictionary<string, string> sources, Texts files, string labels, string language)
    {
        var byName = files.Keys.Where(file => !LanguageSuffix().IsMatch(file)).ToDictionary(file => Path.GetFileNameWithoutExtension(file));
        var asked = from source in sources
                    let component = source.Key.Split(".razor")[0]
                    from localizer in Localizer().Matches(source.Value)
                    from other in sources
                    where other.Key.Split(".razor")[0] == component
                    from label in Label().Matches(other.Value)
                    where label.Groups[1].Value == localizer.Groups[2].Value && byName.ContainsKey(localizer.Groups[1].Value)
                    select (Texts: localizer.Groups[1].Value, Name: label.Groups[2].Value);
        var said = from label in asked.Distinct().Concat(files[byName[labels]].Keys.Select(name => (Texts: labels, Name: name)))
                   let file = byName[label.Texts]
                   let translated = files.GetValueOrDefault(file.Replace(".resx", $".{language}.resx", StringComparison.Ordinal))
                   where translated is not null && files[file].ContainsKey(label.Name) && translated.ContainsKey(label.Name)
                   select (label.Texts, label.Name, Words: (files[file][label.Name], translated[label.Name]));
        return from same in said.Distinct().GroupBy(label => label.Words)
               where same.Select(label => label.Texts).Distinct().Count() > 1
               from label in same
               where label.Texts != labels
               orderby label.Texts, label.Name
               select $"{label.Texts}.{label.Name}";
    }

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

    [GeneratedRegex(@"(?:\bLabel=""@|<dt[^>]*>@|<th[^>]*>@|data-label=""@|<label[^>]*>@)(\w+)\[""(\w+)""\]")]
    private static partial Regex Label();

    [GeneratedRegex(@"IStringLocalizer<(\w+)>\s+(\w+)")]
    private static partial Regex Localizer();
}
