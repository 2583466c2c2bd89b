using System.Net;
using System.Text;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox;

/// <summary>A sound certificate in each of the ways in which systems write it: it is accepted, counts, and comes back.</summary>
public sealed class SandboxContentTests : SandboxPort
{
    public enum Way
    {
        Escaped,
        Cdata,
        Base64,
        Base64OfUtf16,
        DeclaredAsUtf16,
        MessageInUtf16,
    }

    [Theory]
    [InlineData(Way.Escaped), InlineData(Way.Cdata), InlineData(Way.Base64), InlineData(Way.Base64OfUtf16)]
    [InlineData(Way.DeclaredAsUtf16), InlineData(Way.MessageInUtf16)]
    public async Task A_certificate_is_accepted_however_it_is_written(Way way)
    {
        using var client = Client(Kenya.Certificate);
        var certificate = Kenya.CertificateFor(Host, "KE");
        var content = way switch
        {
            Way.Base64 => Convert.ToBase64String(Encoding.UTF8.GetBytes(certificate)),
            Way.Base64OfUtf16 => Convert.ToBase64String(Encoding.Unicode.GetBytes(InUtf16(certificate))),
            Way.DeclaredAsUtf16 => InUtf16(certificate),
            _ => certificate,
        };
        var written = way == Way.Cdata ? $"<![CDATA[{content}]]>" : WebUtility.HtmlEncode(content);
        var message = Soap.Around(Soap.Deliver("KE", "KE", "@", operation: "ValidateAndDeliverEnvelope"))
            .Replace(">@<", $">{written}<", StringComparison.Ordinal);
        using var body = way == Way.MessageInUtf16
            ? new StringContent(InUtf16(message), Encoding.Unicode, "text/xml") : new StringContent(message, Encoding.UTF8, "text/xml");

        using var sent = await client.PostAsync(Address, body);
        var header = await ReadAsync(sent);
        using var pulled = await PostAsync(client, Soap.Around(Soap.Numbered("PULLSingleImportEnvelope", header["hubDeliveryNumber"])));

        Assert.Equal("PendingDelivery", header["HUBTrackingInfo"]);
        Assert.Equal(content, (await ReadAsync(pulled))["Content"]);
        Assert.Equal(
            [SandboxFirst.CertificateUsed, SandboxFirst.ConnectionAnswered, SandboxFirst.Sent, SandboxFirst.Received],
            (await Host.StoreAsync(db => db.Set<SandboxMilestone>().Select(first => first.Kind).ToListAsync())).Order());
    }

    private static string InUtf16(string xml) => xml.Replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"", StringComparison.Ordinal);
}
