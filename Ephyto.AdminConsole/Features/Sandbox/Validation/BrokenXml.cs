using System.Globalization;
using System.Xml;
using static Ephyto.AdminConsole.Features.Sandbox.Validation.ValidationArea;
using static Ephyto.AdminConsole.Features.Sandbox.Validation.ValidationLevel;

namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <summary>An element whose end tag has not come yet.</summary>
/// <param name="Name">With its prefix.</param>
/// <param name="Line">From 1.</param>
/// <param name="Position">Of the sign by which its start tag begins, from 1.</param>
internal sealed record OpenElement(string Name, int Line, int Position);

/// <summary>Says where XML breaks off, and which element that leaves open.</summary>
internal static class BrokenXml
{
    private const string EndTag = "</";

    /// <summary>The framework's reader takes a text of fewer signs for none at all, and says so of its first line.</summary>
    private const int Shortest = 4;

    /// <summary>The text as the reader can tell where it breaks off.</summary>
    public static string Readable(string xml) => xml.PadRight(Shortest);

    /// <param name="innermost">Of the elements that were open; null where there was none.</param>
    public static void Report(string xml, XmlException broken, OpenElement? innermost, PhytoReport report)
    {
        var ((line, position), _) = Follow(xml, (int.MaxValue, 0));
        // Where nothing at all was found, the reader has no place for it.
        var isAtEnd = broken.LineNumber == 0 || (broken.LineNumber, broken.LinePosition).CompareTo((line, position)) >= 0;
        if (!isAtEnd) (line, position) = (broken.LineNumber, broken.LinePosition);
        var place = new[] { Written(line), Written(position) };
        if (innermost is null)
        {
            report.Add(Schema, Severe, PhytoContent.Field, "NotWellFormed", place);
            return;
        }

        string[] opened = [innermost.Name, Written(innermost.Line), Written(innermost.Position)];
        if (isAtEnd)
        {
            report.Add(Schema, Severe, PhytoContent.Field, "NeverClosed", [.. opened, .. place]);
            return;
        }

        if (IsOtherEndTag(xml, (line, position), innermost.Name))
            report.Add(Schema, Severe, PhytoContent.Field, "NotClosedBefore", [.. opened, place[0], Written(position - EndTag.Length)]);
        else report.Add(Schema, Severe, PhytoContent.Field, "NotWellFormed", place);
    }

    private static bool IsOtherEndTag(string xml, (int Line, int Position) at, string name)
    {
        var rest = xml.AsSpan(Follow(xml, at).Index);
        return xml.AsSpan(0, xml.Length - rest.Length).EndsWith(EndTag)
            && !(rest.StartsWith(name, StringComparison.Ordinal) && rest[name.Length..].TrimStart() is ['>', ..]);
    }

    /// <returns>The wanted place and where in the text it is; the end of the text where that comes first.</returns>
    private static ((int Line, int Position) Place, int Index) Follow(string xml, (int Line, int Position) wanted)
    {
        var (line, start) = (1, 0);
        while (line < wanted.Line && xml.AsSpan(start).IndexOfAny('\r', '\n') is >= 0 and var blank)
        {
            start += blank + (xml.AsSpan(start + blank).StartsWith("\r\n") ? 2 : 1);
            line++;
        }

        var index = line == wanted.Line ? Math.Min(start + wanted.Position - 1, xml.Length) : xml.Length;
        return ((line, index - start + 1), index);
    }

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}
