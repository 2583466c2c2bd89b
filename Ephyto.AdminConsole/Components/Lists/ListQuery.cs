using Microsoft.AspNetCore.WebUtilities;

namespace Ephyto.AdminConsole.Components.Lists;

/// <summary>Parts of what an address asks for: <c>search=bo&amp;state=open</c>, without a question mark.</summary>
internal static class ListQuery
{
    /// <summary>What the address asks for, but for the names.</summary>
    public static string Without(string address, params ReadOnlySpan<string> names) => Write(address, names, areWanted: false);

    /// <summary>What the address asks for under the names.</summary>
    public static string Only(string address, params ReadOnlySpan<string> names) => Write(address, names, areWanted: true);

    /// <summary>What decides which rows there are and in which order: not the page of them, nor how they look.</summary>
    public static string Question(string address) => Without(address, [ListNames.Page, .. ListNames.OfLooks]);

    /// <summary>The path of a list with what is asked for; the path may itself ask for something, such as for an organization.</summary>
    public static string On(string path, string query) =>
        query.Length == 0 ? path : path.Contains('?', StringComparison.Ordinal) ? $"{path}&{query}" : $"{path}?{query}";

    /// <summary>What an address names, in whatever case; nothing where there is none of the name.</summary>
    public static T? Named<T>(string? name)
        where T : struct, Enum =>
        // A number is a name to the parser, and none to a reader.
        Enum.TryParse<T>(name, ignoreCase: true, out var named) && Enum.IsDefined(named) && char.IsAsciiLetter(name!.TrimStart()[0])
            ? named : null;

    private static string Write(string address, ReadOnlySpan<string> names, bool areWanted)
    {
        var begin = address.IndexOf('?', StringComparison.Ordinal);
        if (begin < 0) return "";
        var kept = new List<string>();
        foreach (var (name, values) in QueryHelpers.ParseQuery(address[begin..].Split('#')[0])
            .OrderBy(part => part.Key, StringComparer.Ordinal))
        {
            if (names.Contains(name) != areWanted) continue;
            kept.AddRange(values.Where(value => !string.IsNullOrEmpty(value))
                .Select(value => $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value!)}"));
        }

        return string.Join('&', kept);
    }
}
