using CsvHelper;
using Ephyto.AdminConsole.Platform.Countries;

namespace Ephyto.AdminConsole.Features.ContactPoints.Import;

/// <summary>
/// Reads a CSV file of the directory. It looks at nothing but the file, and says everything that is wrong with it at once.
/// </summary>
internal sealed class DirectorySheetReader(CountryCatalogue countries)
{
    /// <summary>In bytes: some ten times what a directory of every country needs.</summary>
    public const int Limit = 2 * 1024 * 1024;

    public const int MostLines = 5000;

    public DirectorySheet Read(byte[] content)
    {
        if (content.Length > Limit) return DirectorySheet.Unreadable(new(SheetFaultKind.TooLarge));
        if (SheetEncoding.FaultOf(content) is { } undecodable) return DirectorySheet.Unreadable(undecodable);

        using var csv = CsvReader.Create(content, new CsvReaderOptions
        {
            Separator = SheetHeader.SeparatorOf(content),
            MalformedData = CsvMalformedDataHandling.Throw,
            TrackLineNumbers = true,
            TrimWhitespace = true,
            HasHeader = false,
        });
        var lines = new SheetLines(countries);
        try
        {
            return Read(csv, lines);
        }
        catch (CsvFormatException broken)
        {
            // What follows cannot be told apart any more.
            return lines.EndWith(new(SheetFaultKind.Quotes, (int)broken.LineNumber));
        }
    }

    private static DirectorySheet Read(CsvReader csv, SheetLines lines)
    {
        if (!csv.Read() || IsBlank(csv)) return DirectorySheet.Unreadable(new(SheetFaultKind.Empty));
        var header = SheetHeader.Of(Enumerable.Range(0, csv.FieldCount).Select(csv.GetString));
        foreach (var fault in header.Faults()) lines.Fail(fault);
        if (lines.HasFaults) return lines.ToSheet();

        while (csv.Read())
        {
            if (IsBlank(csv)) continue;
            if (lines.Count == MostLines) return lines.EndWith(new(SheetFaultKind.TooManyLines, null, null, MostLines));
            lines.Add(csv, header);
        }

        return lines.Count == 0 ? DirectorySheet.Unreadable(new(SheetFaultKind.NoLines)) : lines.ToSheet();
    }

    private static bool IsBlank(CsvReader csv) =>
        Enumerable.Range(0, csv.FieldCount).All(index => string.IsNullOrWhiteSpace(csv.GetString(index)));
}
