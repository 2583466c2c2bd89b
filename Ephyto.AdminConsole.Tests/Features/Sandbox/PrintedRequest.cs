using System.Globalization;
using System.Xml.Linq;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.Domain.Sandbox;
using Markdig.Syntax;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox;

/// <summary>A request as a document prints it.</summary>
/// <param name="Message">Whole, to be sent as it stands there.</param>
/// <param name="Answer">The element in the SOAP body of the answer that is printed next, if that is one to this request.</param>
/// <param name="Sends">What it sends, of a request that sends something.</param>
/// <param name="Number">The tracking number that it names.</param>
/// <param name="About">The envelope that it asks for: what the document prints of it anywhere.</param>
internal sealed record PrintedRequest(
    HubOperation Operation, string Message, XElement? Answer, EnvelopeAddress? Sends, string? Number, EnvelopeAddress? About)
{
    private static readonly HubContract Contract = new();

    /// <summary>Every request of a document in Markdown, wherever it stands in it.</summary>
    public static IReadOnlyList<PrintedRequest> In(byte[] markdown)
    {
        var blocks = MarkdownText.Parse(markdown).Document.Descendants<CodeBlock>().ToList();
        Assert.DoesNotContain(blocks, block => (block as FencedCodeBlock)?.Info != "xml"
            && block.Lines.ToString().Contains(HubNames.Soap.NamespaceName, StringComparison.Ordinal));
        var printed = blocks.Where(block => (block as FencedCodeBlock)?.Info == "xml")
            .Select(block => block.Lines.ToString()).Select(message => (Message: message, Body: BodyOf(message))).ToList();
        var numbered = printed.SelectMany(each => each.Body.Descendants()).Where(found => FieldOf(found, "hubDeliveryNumber") is not null)
            .Select(header => (Number: FieldOf(header, "hubDeliveryNumber")!, Address: AddressOf(header)!)).Distinct().ToList();
        // A number is that of one envelope, whose reader follows it through the document.
        Assert.Equal(numbered.DistinctBy(each => each.Number), numbered);
        var addresses = numbered.ToDictionary(each => each.Number, each => each.Address);
        return [.. printed.Zip(printed.Skip(1).Select(next => next.Body).Append(null)).Where(each => IsRequest(each.First.Body))
            .Select(each => Of(each.First.Message, each.First.Body, each.Second, addresses))];
    }

    private static bool IsRequest(XElement body)
    {
        if (Contract.CalledBy(body.Name) is not null) return true;
        Assert.True(body.Name == HubNames.Soap + "Fault" || Contract.Operations.Values.Any(operation => operation.Answer == body.Name),
            $"{body.Name} is neither a request nor an answer.");
        return false;
    }

    private static PrintedRequest Of(string message, XElement body, XElement? next, Dictionary<string, EnvelopeAddress> addresses)
    {
        var operation = Contract.CalledBy(body.Name)!;
        var answer = next?.Name == operation.Answer ? next : null;
        var sends = operation.Name == "SetTrackingInfoUpdate" ? null
            : body.Elements().Select(AddressOf).FirstOrDefault(found => found is not null);
        var number = sends is not null ? null : (string?)body.Element(HubNames.Service + "hubTrackingNumber")
            ?? body.Elements().Select(header => FieldOf(header, "hubDeliveryNumber")).FirstOrDefault();
        var about = number is not null ? addresses[number]
            : answer?.Descendants().Select(AddressOf).FirstOrDefault(found => found is not null);
        return new(operation, message, answer, sends, number, sends is null ? about : null);
    }

    private static XElement BodyOf(string message) => XElement.Parse(message).Element(HubNames.Soap + "Body")!.Elements().Single();

    private static EnvelopeAddress? AddressOf(XElement header) => FieldOf(header, "From") is not { } from ? null : new(
        from, FieldOf(header, "To")!, int.Parse(FieldOf(header, "CertificateType")!, CultureInfo.InvariantCulture),
        int.Parse(FieldOf(header, "CertificateStatus")!, CultureInfo.InvariantCulture), FieldOf(header, "NPPOCertificateNumber")!);

    private static string? FieldOf(XElement header, string name) => (string?)header.Element(HubNames.Entities + name);
}
