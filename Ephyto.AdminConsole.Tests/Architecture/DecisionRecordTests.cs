using System.Globalization;
using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Architecture;

/// <summary>A record has a number of its own, and whoever speaks of a record speaks of one that is there.</summary>
public sealed partial class DecisionRecordTests
{
    private static readonly string[] Names = [.. Directory.GetFiles(Repository.Path("docs", "decisions"))
        .Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Numbers_are_unique_and_stand_in_name_and_title()
    {
        Assert.All(Names, name => Assert.Matches(@"^\d{4}-[a-z0-9-]+\.md$", name));
        Assert.Equal(Names.Length, Names.Select(NumberOf).Distinct().Count());
        Assert.All(Names, name => Assert.Matches($@"^# 0*{NumberOf(name)}\.? ", Repository.Read(Path.Combine("docs", "decisions", name))));
    }

    [Fact]
    public void Whoever_speaks_of_a_record_speaks_of_one_that_is_there()
    {
        var spoken = Texts()
            .SelectMany(file => Record().Matches(Repository.Read(file)).Select(match => (File: file, match.Value, Number: NumberOf(match))))
            .ToList();

        Assert.True(spoken.Count > 10, $"Only {spoken.Count} places speak of a record.");
        Assert.All(spoken,
            place => Assert.True(Names.Any(name => NumberOf(name) == place.Number), $"{place.File}: {place.Value} is not there."));
    }

    [Fact]
    public void A_record_named_whole_has_that_name() => Assert.All(
        Texts().SelectMany(file => Named().Matches(Repository.Read(file)).Select(match => (File: file, Name: match.Groups["name"].Value))),
        place => Assert.True(Names.Contains(place.Name), $"{place.File}: {place.Name} is not there."));

    /// <summary>Whoever follows the way of a registration through the code finds each file under its name.</summary>
    [Fact]
    public void Every_file_that_a_document_names_is_there()
    {
        var named = Documents()
            .SelectMany(document => NamedFile().Matches(Repository.Read(document))
                .Select(match => (Document: document, File: match.Groups["name"].Value.TrimEnd('/')))).ToList();

        Assert.True(named.Count > 60, $"Only {named.Count} files are named.");
        Assert.All(named, place => Assert.True(
            File.Exists(Repository.Path(place.File)) || Directory.Exists(Repository.Path(place.File)),
            $"{place.Document}: {place.File} is not there."));
    }

    [Fact]
    public void Every_package_that_is_named_stands_in_the_record_of_dependencies()
    {
        var record = Repository.Read(Path.Combine("docs", "decisions", "0007-dependencies.md"));
        var packages = Package().Matches(Repository.Read("Directory.Packages.props")).Select(match => match.Groups["name"].Value).ToList();

        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.Matches($@"(?m)(^|[ |(]){Regex.Escape(package)}[ ,|)]", record));
    }

    private static IEnumerable<string> Texts() =>
        Repository.SourceFiles(".cs", ".razor", ".js", ".css", ".csproj").Concat(Documents());

    private static IEnumerable<string> Documents() =>
        Directory.GetFiles(Repository.Path("docs"), "*.md", SearchOption.AllDirectories).Concat(Directory.GetFiles(Repository.Root, "*.md"))
            .Select(file => Path.GetRelativePath(Repository.Root, file));

    private static int NumberOf(string name) => int.Parse(name[..4], CultureInfo.InvariantCulture);

    private static int NumberOf(Match match) => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);

    /// <summary>As in "decisions/0016", "decision 22" and "(record 3)".</summary>
    [GeneratedRegex(@"\bdecisions/(?<number>\d{4})|\b[Dd]ecisions? (?<number>\d{1,4})\b|\b[Rr]ecords? (?<number>\d{1,4})\b")]
    private static partial Regex Record();

    [GeneratedRegex(@"decisions/(?<name>\d{4}-[a-z0-9-]+\.md)")]
    private static partial Regex Named();

    [GeneratedRegex(@"`(?<name>(Ephyto\.(AdminConsole|Domain)[\w.]*|deploy|docs/images)/[^`\s*{<]*)`")]
    private static partial Regex NamedFile();

    [GeneratedRegex("PackageVersion Include=\"(?<name>[^\"]+)\"")]
    private static partial Regex Package();
}
