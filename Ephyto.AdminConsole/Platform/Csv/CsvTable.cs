using System.Globalization;
using CsvHelper;

namespace Ephyto.AdminConsole.Platform.Csv;

/// <summary>
/// A list as a file for a spreadsheet: UTF-8 with a mark at its beginning, so that accents survive, and a cell that a
/// spreadsheet would run as a formula gets an apostrophe in front.
/// </summary>
internal static class CsvTable
{
    public const string ContentType = "text/csv; charset=utf-8";

    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };
    private static readonly CsvWriterOptions FurtherOptions = new() { WriteByteOrderMark = false, Injection = CsvInjection.Escape };

    /// <param name="header">One name for each column.</param>
    /// <param name="rows">As many cells in each; null is an empty one.</param>
    public static byte[] Write(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string?>> rows) =>
        Write(rows.Prepend(header), Options);

    /// <summary>
    /// More rows, to go on with a file that <see cref="Write(IReadOnlyList{string}, IEnumerable{IReadOnlyList{string}})"/> began.
    /// </summary>
    public static byte[] Rows(IEnumerable<IReadOnlyList<string?>> rows) => Write(rows, FurtherOptions);

    /// <summary>The same in every language: sorts, and is read by machines.</summary>
    public static string? Moment(DateTime? utc) => utc?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static byte[] Write(IEnumerable<IReadOnlyList<string?>> rows, CsvWriterOptions options)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, options, leaveOpen: true))
        {
            foreach (var row in rows) WriteRow(csv, row);
            csv.Flush();
        }

        return file.ToArray();
    }

    private static void WriteRow(CsvWriter csv, IReadOnlyList<string?> cells)
    {
        foreach (var cell in cells) csv.WriteField(cell);
        csv.EndRecord();
    }
}
