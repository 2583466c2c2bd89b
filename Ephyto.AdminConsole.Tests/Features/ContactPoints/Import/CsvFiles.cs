using System.Text;
using Ephyto.AdminConsole.Features.ContactPoints.Import;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Features.ContactPoints.Import;

/// <summary>Files as an officer would make them.</summary>
internal static class CsvFiles
{
    /// <summary>Each line such as <c>CI,official,Office,office@example.org</c>.</summary>
    public static string Text(params IEnumerable<string> lines) => $"country,kind,family_name,email\n{string.Join('\n', lines)}\n";

    public static DirectoryCsv Csv(this ConsoleHost host, params IEnumerable<string> lines) =>
        host.Get<DirectoryCsvReader>().Read(Encoding.UTF8.GetBytes(Text(lines)));

    public static string Line(string country, string name = "Office", string? email = null) =>
        $"{country},official,{name},{email ?? $"{name.Replace(' ', '.').ToLowerInvariant()}.{country.ToLowerInvariant()}@example.org"}";

    /// <summary>The first countries of the list, by code.</summary>
    public static IEnumerable<string> Countries(this ConsoleHost host, int count) =>
        host.Get<CountryCatalogue>().All.Select(country => country.Code).Order(StringComparer.Ordinal).Take(count);
}
