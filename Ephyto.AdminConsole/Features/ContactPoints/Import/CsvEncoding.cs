using System.Text.Unicode;

namespace Ephyto.AdminConsole.Features.ContactPoints.Import;

/// <summary>
/// Whether a file is text in UTF-8. What is not is refused instead of guessed: a wrong guess spoils names without a word.
/// </summary>
internal static class CsvEncoding
{
    // The ZIP of .xlsx and .ods, and the older container of .xls.
    private static readonly byte[][] Workbooks = [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0]];

    public static CsvFault? FaultOf(ReadOnlySpan<byte> content)
    {
        foreach (var beginning in Workbooks)
        {
            if (content.StartsWith(beginning)) return new(CsvFaultKind.Workbook);
        }

        if (content.StartsWith<byte>([0xFF, 0xFE]) || content.StartsWith<byte>([0xFE, 0xFF]) || content.Contains((byte)0))
            return new(CsvFaultKind.Utf16);
        return Utf8.IsValid(content) ? null : new(CsvFaultKind.NotUtf8, LineOfFirstFault(content));
    }

    private static int LineOfFirstFault(ReadOnlySpan<byte> content)
    {
        var line = 1;
        while (content.IndexOf((byte)'\n') is var end and >= 0 && Utf8.IsValid(content[..end]))
        {
            content = content[(end + 1)..];
            line++;
        }

        return line;
    }
}
