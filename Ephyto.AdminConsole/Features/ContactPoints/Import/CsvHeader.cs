using System.Text;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.ContactPoints.Import;

/// <summary>The first line of a file: which column stands where.</summary>
/// <param name="Names">In their order, small letters; empty where a column has no name.</param>
internal sealed record CsvHeader(string[] Names)
{
    private static readonly char[] Separators = [',', ';', '\t'];

    private readonly Dictionary<string, int> _places = Names.Index().DistinctBy(place => place.Item)
        .ToDictionary(place => place.Item, place => place.Index);

    /// <summary>Asked for each cell of each line: it does not look through the whole line for it.</summary>
    public int IndexOf(string name) => _places.GetValueOrDefault(name, -1);

    public IEnumerable<CsvFault> Faults()
    {
        string[] needed = [DirectoryColumns.Country,
            .. DirectoryColumns.OfEntry.Where(column => column.Mandatory).Select(column => column.Name)];
        var named = Names.Where(name => name.Length > 0).ToList();
        foreach (var name in needed.Except(named)) yield return new(CsvFaultKind.MissingColumn, 1, name);
        foreach (var name in named.Distinct().Where(name => !DirectoryColumns.IsKnown(name)))
            yield return new(CsvFaultKind.UnknownColumn, 1, Shown(name));
        foreach (var name in named.GroupBy(name => name).Where(same => same.Count() > 1))
            yield return new(CsvFaultKind.DoubleColumn, 1, Shown(name.Key));
    }

    public static CsvHeader Of(IEnumerable<string> cells) => new([.. cells.Select(cell => cell.Trim().ToLowerInvariant())]);

    /// <summary>
    /// The separator of the first line, in which no name contains one: whatever stands there most often. Null where a
    /// spreadsheet has written it there itself (<c>sep=;</c>), which the reader understands.
    /// </summary>
    public static char? SeparatorOf(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(Encoding.UTF8.Preamble)) content = content[Encoding.UTF8.Preamble.Length..];
        var end = content.IndexOfAny((byte)'\n', (byte)'\r');
        var line = Encoding.UTF8.GetString(end < 0 ? content : content[..end]);
        return line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)
            ? null : Separators.MaxBy(separator => line.Count(letter => letter == separator));
    }

    private static string Shown(string name) =>
        FreeText.Shortened(name, 40);
}
