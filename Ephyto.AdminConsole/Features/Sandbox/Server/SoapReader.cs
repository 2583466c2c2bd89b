using System.Text;
using System.Xml;
using System.Xml.Linq;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Features.Sandbox.Server;

/// <summary>What was found in the body of a call.</summary>
/// <param name="Element">The first element of the SOAP body, which names the operation; null where there is none.</param>
/// <param name="Problem">Why there is none.</param>
internal sealed record SoapRequest(XElement? Element, SandboxExplanation? Problem);

/// <summary>
/// Reads a SOAP 1.1 message that anybody may have sent: no DTD and nothing from elsewhere, and bounded in depth and number of elements, so
/// that a small message cannot become a large one. Headers are passed over, those that must be understood too: clients send what they like.
/// </summary>
internal static class SoapReader
{
    private const int MaximumDepth = 100;

    /// <summary>Of elements and attributes: a certificate with every field several times has a few thousand.</summary>
    private const int MaximumNodes = 200_000;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <param name="body">As it came.</param>
    /// <param name="charset">Of the content type; null where it has none, and the message itself says it.</param>
    public static SoapRequest Read(byte[] body, Encoding? charset)
    {
        try
        {
            return IsTooDeep(body, charset)
                ? new(null, new(SandboxReason.TooManyElements)) : Find(body, charset);
        }
        catch (XmlException broken)
        {
            return new(null, TextOf(body, charset).Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)
                ? new(SandboxReason.HasDocumentType) : new(SandboxReason.NotXml, $"{broken.LineNumber}:{broken.LinePosition}"));
        }
    }

    /// <summary>The text of a message, for whoever looks for a mistake of theirs.</summary>
    public static string TextOf(byte[] body, Encoding? charset)
    {
        using var reader = new StreamReader(new MemoryStream(body), charset ?? Encoding.UTF8);
        var characters = new char[SandboxCall.MaximumRaw];
        var text = new string(characters, 0, reader.ReadBlock(characters, 0, characters.Length));
        // PostgreSQL keeps no such character, and half of one is none.
        return text.Replace('\0', '\uFFFD').TrimEnd(text.Length > 0 && char.IsHighSurrogate(text[^1]) ? text[^1] : '\0');
    }

    private static bool IsTooDeep(byte[] body, Encoding? charset)
    {
        using var reader = Open(body, charset);
        var nodes = 0;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element) nodes += 1 + reader.AttributeCount;
            if (reader.Depth > MaximumDepth || nodes > MaximumNodes) return true;
        }

        return false;
    }

    private static SoapRequest Find(byte[] body, Encoding? charset)
    {
        using var reader = Open(body, charset);
        var root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
        if (root.Name != HubNames.Soap + "Envelope") return new(null, new(SandboxReason.NotSoap, root.Name.ToString()));
        return root.Element(HubNames.Soap + "Body")?.Elements().FirstOrDefault() is { } element
            ? new(element, null) : new(null, new(SandboxReason.NotSoap, "Body"));
    }

    private static XmlReader Open(byte[] body, Encoding? charset) => charset is null
        ? XmlReader.Create(new MemoryStream(body), Settings)
        : XmlReader.Create(new StreamReader(new MemoryStream(body), charset), Settings);
}
