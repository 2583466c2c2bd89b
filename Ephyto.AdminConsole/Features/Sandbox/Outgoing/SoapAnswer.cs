using System.Xml;
using System.Xml.Linq;
using Ephyto.AdminConsole.Features.Sandbox.Messages;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Sandbox.Outgoing;

/// <summary>What an address answered.</summary>
/// <param name="HttpStatus">Its number.</param>
/// <param name="Body">What stands in the body of the SOAP message; null where it is none.</param>
/// <param name="Fault">The words of a fault; null where it is none.</param>
/// <param name="IsXml">Whether it could be read as XML at all.</param>
/// <param name="Text">As it came.</param>
internal sealed record SoapAnswer(int HttpStatus, XElement? Body, string? Fault, bool IsXml, string Text)
{
    private const int LongestWords = 2_000;

    /// <summary>Why it is no answer in SOAP, by its name among the texts; null where it is one, also with a fault.</summary>
    public string? Problem => HttpStatus switch
    {
        >= 300 and < 400 => "Redirected",
        _ when Fault is not null => null,
        401 or 403 => "AnswerForbidden",
        < 200 or >= 400 => "AnswerStatus",
        _ => Body is not null ? null : IsXml ? "AnswerNotSoap" : "AnswerNotXml",
    };

    public static SoapAnswer Read(int status, byte[] bytes, string text)
    {
        if (Parse(bytes) is not { } root) return new(status, null, null, false, text);
        if (root.Name != HubNames.Soap + "Envelope" || root.Element(HubNames.Soap + "Body") is not { } body)
            return new(status, null, null, true, text);
        var first = body.Elements().FirstOrDefault();
        return new(status, first ?? body, first?.Name == HubNames.Soap + "Fault" ? WordsOf(first) : null, true, text);
    }

    // Those of SOAP 1.1 have no namespace; some write them with one, and some, in an envelope of SOAP 1.1, as SOAP 1.2 does.
    private static string WordsOf(XElement fault) => FreeText.Beginning(
        (fault.Elements().FirstOrDefault(part => part.Name.LocalName == "faultstring")
            ?? fault.Elements().FirstOrDefault(part => part.Name.LocalName == "Reason"))?.Value.Trim() ?? "", LongestWords);

    private static XElement? Parse(byte[] bytes)
    {
        try
        {
            return BoundedXml.Read(bytes, null);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
