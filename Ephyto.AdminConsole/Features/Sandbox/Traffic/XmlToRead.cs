using System.Text;
using System.Xml;

namespace Ephyto.AdminConsole.Features.Sandbox.Traffic;

/// <summary>What a system said in one line, in many.</summary>
internal static class XmlToRead
{
    // Each level is set in further than the one before: without an end to it, a small text becomes a very large one.
    private const int Deepest = 100;

    /// <returns>Null where it is no XML, or nobody could read it anyway.</returns>
    public static string? Of(string said)
    {
        try
        {
            if (!IsShallow(said)) return null;
            var lines = new StringBuilder();
            using (var reader = Open(said))
            using (var writer = XmlWriter.Create(lines, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true }))
                writer.WriteNode(reader, defattr: false);
            return lines.ToString();
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static bool IsShallow(string said)
    {
        using var reader = Open(said);
        while (reader.Read())
        {
            if (reader.Depth > Deepest) return false;
        }

        return true;
    }

    private static XmlReader Open(string said) => XmlReader.Create(
        new StringReader(said.TrimStart('\uFEFF', ' ', '\r', '\n', '\t')),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true });
}
