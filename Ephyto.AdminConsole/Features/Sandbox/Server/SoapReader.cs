using System.Text;
using System.Xml;
using System.Xml.Linq;
using Ephyto.AdminConsole.Features.Sandbox.Messages;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Features.Sandbox.Server;

/// <summary>What was found in the body of a call.</summary>
/// <param name="Element">The first element of the SOAP body, which names the operation; null where there is none.</param>
/// <param name="Problem">Why there is none.</param>
internal sealed record SoapRequest(XElement? Element, SandboxExplanation? Problem);

/// <summary>
/// Finds what is called in a SOAP 1.1 message. Headers are passed over, those that must be understood too: clients send what they like.
/// </summary>
internal static class SoapReader
{
    /// <param name="body">As it came.</param>
    /// <param name="charset">Of the content type; null where it has none, and the message itself says it.</param>
    public static SoapRequest Read(byte[] body, Encoding? charset)
    {
        try
        {
            return BoundedXml.Read(body, charset) is { } root ? Find(root) : new(null, new(SandboxReason.TooManyElements));
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

    private static SoapRequest Find(XElement root)
    {
        if (root.Name != HubNames.Soap + "Envelope") return new(null, new(SandboxReason.NotSoap, root.Name.ToString()));
        return root.Element(HubNames.Soap + "Body")?.Elements().FirstOrDefault() is { } element
            ? new(element, null) : new(null, new(SandboxReason.NotSoap, "Body"));
    }
}
