using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Resources;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Platform.Localization;

/// <summary>Which texts a language lacks: those that stand in English and not, or empty, in its own resources.</summary>
internal static class MissingTexts
{
    private const string Ending = ".resources";

    // Whoever reads the options anew asks again, and in a process the answer stays the same.
    private static readonly ConcurrentDictionary<(Language, Assembly), IReadOnlyList<(string Resource, int Count)>> Found = new();

    /// <returns>Each resource that lacks some, with their number; those that lack most come first.</returns>
    public static IReadOnlyList<(string Resource, int Count)> Of(Language language, Assembly assembly) =>
        Found.GetOrAdd((language, assembly), static asked => Look(asked.Item1, asked.Item2));

    private static IReadOnlyList<(string Resource, int Count)> Look(Language language, Assembly assembly) => Of(
        assembly.GetManifestResourceNames().Where(name => name.EndsWith(Ending, StringComparison.Ordinal))
            .Select(name => name[..^Ending.Length]),
        resource => TextsOf(resource, assembly, CultureInfo.InvariantCulture), resource => TextsOf(resource, assembly, language.Culture));

    public static IReadOnlyList<(string Resource, int Count)> Of(
        IEnumerable<string> resources, Func<string, IReadOnlySet<string>> english, Func<string, IReadOnlySet<string>> own) =>
    [
        .. resources.Select(resource => (Resource: resource, Count: english(resource).Except(own(resource)).Count()))
            .Where(lacking => lacking.Count > 0).OrderByDescending(lacking => lacking.Count)
            .ThenBy(lacking => lacking.Resource, StringComparer.Ordinal),
    ];

    // Without the parents: else a language would have the English texts for its own.
    private static HashSet<string> TextsOf(string resource, Assembly assembly, CultureInfo culture) =>
    [
        .. (new ResourceManager(resource, assembly).GetResourceSet(culture, createIfNotExists: true,
            tryParents: false)?.Cast<DictionaryEntry>() ?? [])
            .Where(text => text.Value is string value && !string.IsNullOrWhiteSpace(value)).Select(text => (string)text.Key),
    ];
}
