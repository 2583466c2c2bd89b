using System.Xml;
using static Ephyto.AdminConsole.Features.Sandbox.Validation.ValidationArea;
using static Ephyto.AdminConsole.Features.Sandbox.Validation.ValidationLevel;

namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <summary>Reads XML of strangers: nothing in it is resolved or loaded, and its depth, breadth and length are bounded.</summary>
internal static class PhytoReader
{
    private const int Deepest = 32;
    private const int MostElements = 20_000;
    private const int MostAttributes = 64;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = PhytoContent.Longest,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <returns>The root; null where it cannot be read, which is reported then.</returns>
    public static PhytoElement? Read(string xml, PhytoReport report)
    {
        if (HasTooManyAttributes(xml))
        {
            report.Add(Schema, Severe, PhytoContent.Field, "TooManyAttributes", $"{MostAttributes}");
            return null;
        }

        if (HasDocumentType(xml))
        {
            report.Add(Schema, Severe, PhytoContent.Field, "DocumentType");
            return null;
        }

        Stack<OpenElement> open = [];
        try
        {
            using var reader = XmlReader.Create(new StringReader(BrokenXml.Readable(xml)), Settings);
            return Read(reader, report, open);
        }
        catch (XmlException broken)
        {
            BrokenXml.Report(xml, broken, open.TryPeek(out var innermost) ? innermost : null, report);
            return null;
        }
    }

    private static PhytoElement? Read(XmlReader reader, PhytoReport report, Stack<OpenElement> open)
    {
        var place = (IXmlLineInfo)reader;
        PhytoElement? root = null;
        PhytoElement? current = null;
        var elements = 0;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (++elements > MostElements || reader.Depth >= Deepest)
                    {
                        report.Add(Schema, Severe, PhytoContent.Field, reader.Depth >= Deepest ? "TooDeep" : "TooManyElements",
                            $"{(reader.Depth >= Deepest ? Deepest : MostElements)}");
                        return null;
                    }

                    var element = current?.Add(reader.NamespaceURI, reader.LocalName)
                        ?? new PhytoElement(null, reader.NamespaceURI, reader.LocalName);
                    root ??= element;
                    if (!reader.IsEmptyElement)
                    {
                        current = element;
                        open.Push(new(reader.Name, place.LineNumber, place.LinePosition - 1));
                    }

                    TakeAttributes(reader, element);
                    break;
                case XmlNodeType.EndElement:
                    current = current?.Parent;
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    current?.Append(reader.Value);
                    break;
            }
        }

        return root;
    }

    private static void TakeAttributes(XmlReader reader, PhytoElement element)
    {
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns") element.Attributes[reader.LocalName] = reader.Value;
        }

        reader.MoveToElement();
    }

    /// <summary>The reader takes all attributes of an element at once: a million of them would take a hundred megabytes.</summary>
    private static bool HasTooManyAttributes(string xml)
    {
        for (var at = xml.IndexOf('<', StringComparison.Ordinal); at >= 0 && at < xml.Length; at = Next(xml, at))
        {
            var rest = xml.AsSpan(at);
            if (rest.StartsWith("<!--") || rest.StartsWith("<![CDATA[") || rest.StartsWith("<?"))
            {
                var end = rest.IndexOf(rest[1] == '?' ? "?>" : rest[2] == '-' ? "-->" : "]]>");
                if (end < 0) return false;
                at += end;
                continue;
            }

            var (attributes, quote) = (0, '\0');
            for (at++; at < xml.Length; at++)
            {
                var c = xml[at];
                if (quote != '\0') quote = c == quote ? '\0' : quote;
                else if (c is '"' or '\'') quote = c;
                else if (c == '>') break;
                else if (c == '=' && ++attributes > MostAttributes) return true;
            }
        }

        return false;

        static int Next(string xml, int at) => at >= xml.Length ? -1 : xml.IndexOf('<', Math.Min(at + 1, xml.Length));
    }

    /// <summary>The declaration of a document type stands before the root, behind comments and instructions at most.</summary>
    private static bool HasDocumentType(string xml)
    {
        for (var rest = xml.AsSpan().TrimStart(); ; rest = rest.TrimStart())
        {
            if (rest.StartsWith("<!DOCTYPE")) return true;
            var end = rest.StartsWith("<?") ? rest.IndexOf("?>") + 2 : rest.StartsWith("<!--") ? rest.IndexOf("-->") + 3 : 0;
            // Neither of these, or one that is never closed.
            if (end < 4) return false;
            rest = rest[end..];
        }
    }
}
