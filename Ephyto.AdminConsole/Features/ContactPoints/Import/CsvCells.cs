using System.Text;
using System.Text.RegularExpressions;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.ContactPoints.Import;

/// <summary>
/// A cell between the console and a spreadsheet. What a spreadsheet would run as a formula goes out with an apostrophe in
/// front, and comes in only with one; a phone number that begins with a plus needs none.
/// </summary>
internal static partial class CsvCells
{
    private const string Signs = "=+-@";

    /// <summary>An export puts the apostrophe before a formula by itself; here before a text that looks like one so escaped.</summary>
    public static string Write(string text) => IsEscaped(text) ? $"'{text}" : text;

    /// <returns>The text of the cell, and what is wrong with it.</returns>
    public static (string Text, CsvFault? Fault) Read(string cell, DirectoryColumn column, int line)
    {
        var trimmed = cell.Trim();
        var text = IsEscaped(trimmed) ? trimmed[1..] : trimmed;
        return (text, FaultOf(trimmed, text, column, line));
    }

    private static CsvFault? FaultOf(string cell, string text, DirectoryColumn column, int line)
    {
        if (column.Mandatory && text.Length == 0) return new(CsvFaultKind.NothingThere, line, column.Name);
        if (FreeText.LengthOf(text) is var length && length > column.Maximum)
            return new(CsvFaultKind.TooLong, line, column.Name, column.Maximum, length);
        if (text.EnumerateRunes().Contains(Rune.ReplacementChar)) return new(CsvFaultKind.LostLetters, line, column.Name);
        if (FreeText.HidesSomething(text)) return new(CsvFaultKind.Invisible, line, column.Name);
        var runs = cell.Length > 0 && Signs.Contains(cell[0], StringComparison.Ordinal)
            && !(column.Name == "phone" && PhoneNumber().IsMatch(cell));
        return runs ? new(CsvFaultKind.Formula, line, column.Name, cell[..1]) : null;
    }

    private static bool IsEscaped(string cell)
    {
        var unquoted = cell.TrimStart('\'');
        return cell.Length > unquoted.Length && unquoted.Length > 0 && Signs.Contains(unquoted[0], StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\+[0-9 ().,;:/\u00A0-]*(?:(?:ext|x)\.? ?[0-9]+)?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PhoneNumber();
}
