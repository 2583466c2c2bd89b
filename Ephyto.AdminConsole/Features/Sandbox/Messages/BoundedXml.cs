using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Ephyto.AdminConsole.Features.Sandbox.Messages;

/// <summary>
/// Reads XML that anybody may have sent: no DTD and nothing from elsewhere, and bounded in depth and number of elements, so that a small
/// message cannot become a large one.
/// </summary>
internal static class BoundedXml
{
    private const int MaximumDepth = 100;

    /// <summary>Of elements and attributes: a certificate with every field several times has a few thousand.</summary>
    private const int MaximumNodes = 200_000;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <param name="bytes">As they came.</param>
    /// <param name="charset">In which they are; null where the message itself says it.</param>
    /// <returns>The root, blanks as they are; null where it is nested too deeply, or has too many elements.</returns>
    /// <exception cref="XmlException">It is not well-formed, or has a document type.</exception>
    public static XElement? Read(byte[] bytes, Encoding? charset)
    {
        if (IsTooMuch(bytes, charset)) return null;
        using var reader = Open(bytes, charset);
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static bool IsTooMuch(byte[] bytes, Encoding? charset)
    {
        using var reader = Open(bytes, charset);
        var nodes = 0;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element) nodes += 1 + reader.AttributeCount;
            if (reader.Depth > MaximumDepth || nodes > MaximumNodes) return true;
        }

        return false;
    }

    private static XmlReader Open(byte[] bytes, Encoding? charset) => charset is null
        ? XmlReader.Create(new MemoryStream(bytes), Settings)
        : XmlReader.Create(new StreamReader(new MemoryStream(bytes), charset), Settings);
}
