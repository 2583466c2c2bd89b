using CsvHelper;
using Ephyto.AdminConsole.Platform.Countries;

namespace Ephyto.AdminConsole.Features.ContactPoints.Import;

/// <summary>
/// Reads a CSV file of the directory. It looks at nothing but the file, and says everything that is wrong with it at once.
/// </summary>
internal sealed class DirectoryCsvReader(CountryCatalogue countries)
{
    /// <summary>In bytes: some ten times what a directory of every country needs.</summary>
    public const int Limit = 2 * 1024 * 1024;

    public const int MostLines = 5000;

    public DirectoryCsv Read(byte[] content)
    {
        if (content.Length > Limit) return DirectoryCsv.Unreadable(new(CsvFaultKind.TooLarge));
        if (CsvEncoding.FaultOf(content) is { } undecodable) return DirectoryCsv.Unreadable(undecodable);

        using var csv = CsvReader.Create(content, new CsvReaderOptions
        {
            Separator = CsvHeader.SeparatorOf(content),
            MalformedData = CsvMalformedDataHandling.Throw,
            TrackLineNumbers = true,
            TrimWhitespace = true,
            HasHeader = false,
        });
        var lines = new CsvLines(countries);
        try
        {
            return Read(csv, lines);
        }
        catch (CsvFormatException broken)
        {
            // What follows cannot be told apart any more.
            return lines.EndWith(new(CsvFaultKind.Quotes, (int)broken.LineNumber));
        }
    }

    private static DirectoryCsv Read(CsvReader csv, CsvLines lines)
    {
        if (!csv.Read() || IsBlank(csv)) return DirectoryCsv.Unreadable(new(CsvFaultKind.Empty));
        var header = CsvHeader.Of(Enumerable.Range(0, csv.FieldCount).Select(csv.GetString));
        foreach (var fault in header.Faults()) lines.Fail(fault);
        if (lines.HasFaults) return lines.ToCsv();

        while (csv.Read())
        {
            if (IsBlank(csv)) continue;
            if (lines.Count == MostLines) return lines.EndWith(new(CsvFaultKind.TooManyLines, null, null, MostLines));
            lines.Add(csv, header);
        }

        return lines.Count == 0 ? DirectoryCsv.Unreadable(new(CsvFaultKind.NoLines)) : lines.ToCsv();
    }

    private static bool IsBlank(CsvReader csv) =>
        Enumerable.Range(0, csv.FieldCount).All(index => string.IsNullOrWhiteSpace(csv.GetString(index)));
}
