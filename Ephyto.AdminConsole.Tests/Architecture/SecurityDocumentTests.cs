using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Architecture;

/// <summary>What <c>docs/security.md</c> says of itself is counted here, and what it names exists.</summary>
public sealed partial class SecurityDocumentTests
{
    // The items of level 1 and 2 of OWASP ASVS 5.0.0: section, then the numbers in it; ! marks level 1.
    private const string Items = """
        1.1 1 2
        1.2 1! 2! 3! 4! 5! 6 7 8 9
        1.3 1! 2! 3 4 5 6 7 8 9 10 11
        1.4 1 2 3
        1.5 1! 2
        2.1 1! 2 3
        2.2 1! 2! 3
        2.3 1! 2 3 4
        2.4 1
        3.2 1! 2!
        3.3 1! 2 3 4
        3.4 1! 2! 3 4 5 6
        3.5 1! 2! 3! 4 5
        3.7 1 2
        4.1 1! 2 3
        4.2 1
        4.3 1 2
        4.4 1! 2 3 4
        5.1 1
        5.2 1! 2! 3
        5.3 1! 2!
        5.4 1 2 3
        6.1 1! 2 3
        6.2 1! 2! 3! 4! 5! 6! 7! 8! 9 10 11 12
        6.3 1! 2! 3 4
        6.4 1! 2! 3 4
        6.5 1 2 3 4 5
        6.6 1 2 3
        6.8 1 2 3 4
        7.1 1 2 3
        7.2 1! 2! 3! 4!
        7.3 1 2
        7.4 1! 2! 3 4 5
        7.5 1 2
        7.6 1 2
        8.1 1! 2
        8.2 1! 2! 3
        8.3 1!
        8.4 1
        9.1 1! 2! 3!
        9.2 1! 2 3 4
        10.1 1 2
        10.2 1 2
        10.3 1 2 3 4
        10.4 1! 2! 3! 4! 5! 6 7 8 9 10 11
        10.5 1 2 3 4 5
        10.6 1 2
        10.7 1 2 3
        11.1 1 2
        11.2 1 2 3
        11.3 1! 2! 3
        11.4 1! 2 3 4
        11.5 1
        11.6 1
        12.1 1! 2 3
        12.2 1! 2!
        12.3 1 2 3 4
        13.1 1
        13.2 1 2 3 4 5
        13.3 1 2
        13.4 1! 2 3 4 5
        14.1 1 2
        14.2 1! 2 3 4
        14.3 1! 2 3
        15.1 1! 2 3
        15.2 1! 2 3
        15.3 1! 2 3 4 5 6 7
        16.1 1
        16.2 1 2 3 4 5
        16.3 1 2 3 4
        16.4 1 2 3
        16.5 1 2 3
        17.1 1
        17.2 1 2 3 4
        17.3 1 2
        """;

    private static readonly string Text = Repository.Read("docs/security.md");
    private static readonly IReadOnlyList<Row> Rows = [.. RowForm().Matches(Text)
        .Select(row => new Row(row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value, row.Groups[4].Value))];

    [Fact]
    public void Every_item_of_the_standard_stands_there_once_with_its_level() => Assert.Equal(
        Expected().Order(StringComparer.Ordinal), Rows.Select(row => $"{row.Item} {row.Level}").Order(StringComparer.Ordinal));

    [Fact]
    public void Each_has_one_of_three_answers_and_says_by_what_or_why()
    {
        Assert.All(Rows, row => Assert.Contains(row.Answer, (string[])["met", "not met", "does not apply"]));
        Assert.All(Rows, row => Assert.NotEmpty(row.Why));
        Assert.All(Rows.Where(row => row.Answer == "met"),
            row => Assert.True(Named(row.Why).Any() || row.Why.Contains("* below", StringComparison.Ordinal), row.Item));
    }

    [Fact]
    public void The_counts_at_its_top_are_true()
    {
        var (met, not, outside) = (Count("met"), Count("not met"), Count("does not apply"));
        Assert.Contains(
            $"**Of {Rows.Count} items {met} are met, {not} are not met, {outside} do not apply.** Of the {met + not} that apply, {met} "
                + "are met.", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tests_and_files_it_names_exist()
    {
        var tests = typeof(SecurityDocumentTests).Assembly.GetTypes().Select(type => type.Name).ToHashSet();
        Assert.All(Named(Text), name => Assert.True(
            name.EndsWith("Tests", StringComparison.Ordinal) ? tests.Contains(name) : File.Exists(Repository.Path(name.Split('/')))
                || Directory.Exists(Repository.Path(name.TrimEnd('/').Split('/'))), name));
    }

    private static int Count(string answer) => Rows.Count(row => row.Answer == answer);

    // Classes of tests, and files: with a folder or a known ending. Settings, headers and addresses are neither.
    private static IEnumerable<string> Named(string text) => CodeForm().Matches(text).Select(code => code.Groups[1].Value)
        .Where(name => TestForm().IsMatch(name) || FileForm().IsMatch(name));

    private static IEnumerable<string> Expected() =>
        from line in Items.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        let parts = line.Split(' ')
        from item in parts.Skip(1)
        let isFirst = item.EndsWith('!')
        select $"{parts[0]}.{item.TrimEnd('!')} {(isFirst ? 1 : 2)}";

    [GeneratedRegex(@"^\| (\d+\.\d+\.\d+) \| ([12]) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex RowForm();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex CodeForm();

    [GeneratedRegex("^[A-Z][A-Za-z]+Tests$")]
    private static partial Regex TestForm();

    [GeneratedRegex(@"^(Ephyto\.|docs/|deploy/)|^(Dockerfile|compose\.yaml|global\.json|README\.md|\.dockerignore"
        + @"|Directory\.[A-Za-z]+\.props)$")]
    private static partial Regex FileForm();

    private sealed record Row(string Item, string Level, string Answer, string Why);
}
