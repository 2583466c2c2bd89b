using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml.Linq;
using Ephyto.AdminConsole.Features.Sandbox.Server;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox;

/// <summary>The sandbox's own port over real TLS: who gets in, what is bounded, and what attackers try.</summary>
public sealed class SandboxServerTests : SandboxPort
{
    [Fact]
    public async Task A_self_signed_certificate_gets_in_and_the_description_leads_back_here()
    {
        using var client = Client(Kenya.Certificate);

        var wsdl = await client.GetStringAsync(new Uri($"{Address}?wsdl"));
        Assert.Contains($"location=\"{Address}\"", wsdl, StringComparison.Ordinal);
        Assert.Equal("definitions", XDocument.Parse(wsdl).Root!.Name.LocalName);

        using var answer = await PostAsync(client, Soap.Around(Soap.Empty("GetProfile")));
        Assert.Equal("text/xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["KE"], (await ReadAsync(answer)).All("Country"));
    }

    [Fact]
    public async Task Whoever_shows_no_certificate_or_an_unknown_one_is_told_so_in_http()
    {
        using var none = Client(null);
        using var refused = await PostAsync(none, Soap.Around(Soap.Empty("GetProfile")));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("text/html", refused.Content.Headers.ContentType!.MediaType);

        using var strange = CallingSystem.Make("CN=Nobody", Host.Time.GetUtcNow());
        using var other = Client(strange);
        using var fault = await PostAsync(other, Soap.Around(Soap.Empty("GetProfile")));
        Assert.Equal(HttpStatusCode.InternalServerError, fault.StatusCode);
        Assert.Equal("NPPO from client certificate not found", (await ReadAsync(fault)).Fault);

        using var closed = await none.GetAsync(new Uri($"{Address}?wsdl"));
        Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
        Assert.All(
            await Host.StoreAsync(db => db.Set<SandboxCall>().ToListAsync()),
            call => Assert.Equal(SandboxOutcome.NotRecognized, call.Outcome));
    }

    [Theory]
    [InlineData("/"), InlineData("/account/sign-in"), InlineData("/hub/registrations"), InlineData("/hub/deliveryservice")]
    [InlineData("/_framework/blazor.web.js"), InlineData("/health")]
    public async Task No_page_answers_on_its_port_and_the_sandbox_not_on_the_consoles(string path)
    {
        using var client = Client(Kenya.Certificate);
        using var answer = await client.GetAsync(new Uri(Address, path));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());

        using var console = Host.CreateClient();
        using var page = await console.PostAsync(new Uri(SandboxEndpoint.Path, UriKind.Relative), new StringContent("<a/>"));
        Assert.NotEqual("text/xml", page.Content.Headers.ContentType?.MediaType);
        Assert.Equal(0, await Host.StoreAsync(db => db.Set<SandboxCall>().CountAsync()));
    }

    [Fact]
    public async Task Content_comes_back_as_it_went()
    {
        using var client = Client(Kenya.Certificate);
        foreach (var (content, written) in new[]
        {
            ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>\r\n<a>é\t漢\ud83c\udf3e</a> ",
                "&lt;?xml version=\"1.0\" encoding=\"UTF-16\"?>&#13;\n&lt;a>é&#9;漢&#x1F33E;&lt;/a> "),
            ("<a><b>&amp;</b></a>", "<![CDATA[<a><b>&amp;</b></a>]]>"),
            (Convert.ToBase64String(Encoding.Unicode.GetBytes("<a/>")), Convert.ToBase64String(Encoding.Unicode.GetBytes("<a/>"))),
            ("\uFEFF<a/>", "\uFEFF&lt;a/>"),
        })
        {
            var message = Soap.Around(Soap.Deliver("KE", "KE", "@", $"{content.Length}"))
                .Replace(">@<", $">{written}<", StringComparison.Ordinal);
            using var sent = await PostAsync(client, message);
            var number = (await ReadAsync(sent))["hubDeliveryNumber"];
            using var pulled = await PostAsync(client, Soap.Around(Soap.Numbered("PULLSingleImportEnvelope", number)));
            Assert.Equal(content, (await ReadAsync(pulled))["Content"]);
        }
    }

    [Theory]
    [InlineData("\"http://ephyto.ippc.int/IDeliveryService/NegativeAcknowledgeEnvelopeReceipt\""), InlineData("\"\""), InlineData(null)]
    public async Task The_body_says_what_is_called_and_headers_say_nothing(string? action)
    {
        using var client = Client(Kenya.Certificate);
        using var sent = await PostAsync(client, Soap.Around(Soap.Deliver("KE", "KE", "<a/>")));
        var number = (await ReadAsync(sent))["hubDeliveryNumber"];
        var message = Soap.Around(Soap.Numbered("AdvancedAcknowledgeEnvelopeReceipt", number, "<e:warningMessage/>")).Replace(
            "<s:Header/>", """<s:Header><w:Action xmlns:w="urn:w" s:mustUnderstand="1">GetProfile</w:Action></s:Header>""",
            StringComparison.Ordinal);

        using var answer = await PostAsync(client, message, action);

        Assert.Equal("DeliveredWithWarnings", (await ReadAsync(answer)).Body.Value);
        Assert.DoesNotContain(await Host.StoreAsync(db => db.Set<SandboxCall>().ToListAsync()),
            call => call.Explanations.Any(said => said.Reason == SandboxReason.ActionUnlikeBody));
    }

    [Fact]
    public async Task A_header_that_names_something_else_than_the_body_is_remarked_on()
    {
        using var client = Client(Kenya.Certificate);

        using var answer = await PostAsync(client, Soap.Around(Soap.Empty("GetProfile")), $"\"{HubNames.ActionOf("GetNppos")}\"");

        Assert.Equal(["KE"], (await ReadAsync(answer)).All("Country"));
        var call = await Host.StoreAsync(db => db.Set<SandboxCall>().SingleAsync());
        Assert.Equal((SandboxOutcome.Answered, "GetProfile"), (call.Outcome, call.Operation));
        Assert.Equal((SandboxReason.ActionUnlikeBody, HubNames.ActionOf("GetNppos")),
            (Assert.Single(call.Explanations).Reason, call.Explanations[0].Detail));
    }

    [Fact]
    public async Task What_a_stranger_calls_is_told_by_its_header()
    {
        using var strange = CallingSystem.Make("CN=Nobody", Host.Time.GetUtcNow());
        using var client = Client(strange);

        foreach (var action in new[] { HubNames.ActionOf("GetProfile"), "<script>", "" })
            using (await PostAsync(client, Soap.Around(Soap.Empty("GetProfile")), $"\"{action}\"")) { }

        Assert.Equal(["GetProfile", "", ""],
            await Host.StoreAsync(db => db.Set<SandboxCall>().OrderBy(call => call.Id).Select(call => call.Operation).ToListAsync()));
    }

    [Theory]
    [InlineData("", SandboxReason.NotXml)]
    [InlineData("not xml", SandboxReason.NotXml)]
    [InlineData("<a>", SandboxReason.NotXml)]
    [InlineData("<a/>", SandboxReason.NotSoap)]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]><a>&c;</a>", SandboxReason.HasDocumentType)]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", SandboxReason.HasDocumentType)]
    [InlineData("<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body/></s:Envelope>", SandboxReason.NotSoap)]
    [InlineData("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body/></s:Envelope>", SandboxReason.NotSoap)]
    [InlineData("BODY<e:GetEverything/>", SandboxReason.UnknownOperation)]
    [InlineData("BODY<GetProfile xmlns=\"urn:wrong\"/>", SandboxReason.WrongNamespace)]
    [InlineData("BODY<e:DeliverEnvelope/>", SandboxReason.FieldMissing)]
    [InlineData("BODY<e:DeliverEnvelope><e:env><From>KE</From></e:env></e:DeliverEnvelope>", SandboxReason.FieldMissing)]
    [InlineData("BODY<e:PULLSingleImportEnvelope><hubTrackingNumber>1</hubTrackingNumber></e:PULLSingleImportEnvelope>",
        SandboxReason.FieldMissing)]
    public async Task What_is_no_call_of_the_contract_is_refused_in_words(string message, SandboxReason reason)
    {
        using var client = Client(Kenya.Certificate);

        using var answer = await PostAsync(
            client, message.StartsWith("BODY", StringComparison.Ordinal) ? Soap.Around(message[4..]) : message);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.NotEmpty((await ReadAsync(answer)).Fault!);
        var call = await Host.StoreAsync(db => db.Set<SandboxCall>().SingleAsync());
        Assert.Equal((SandboxOutcome.Refused, reason), (call.Outcome, call.Explanations[0].Reason));
    }

    [Theory]
    [InlineData("utf-7"), InlineData("x-nobody-knows"), InlineData("\"\"")]
    public async Task A_charset_that_nobody_reads_is_answered_as_what_cannot_be_read(string charset)
    {
        using var client = Client(Kenya.Certificate);
        using var content = new ByteArrayContent("+ADw-a/+AD4-"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", $"text/xml; charset={charset}");

        using var answer = await client.PostAsync(Address, content);

        Assert.Contains("not well-formed XML", (await ReadAsync(answer)).Fault, StringComparison.Ordinal);
        var call = await Host.StoreAsync(db => db.Set<SandboxCall>().SingleAsync());
        Assert.Equal((SandboxOutcome.Refused, SandboxReason.NotXml), (call.Outcome, call.Explanations[0].Reason));
    }

    [Fact]
    public async Task Depth_number_and_odd_characters_are_bounded()
    {
        using var client = Client(Kenya.Certificate);
        var deep = string.Concat(Enumerable.Repeat("<a>", 5_000)) + string.Concat(Enumerable.Repeat("</a>", 5_000));
        foreach (var message in new[] { Soap.Around(deep), Soap.Around($"<a>{string.Concat(Enumerable.Repeat("<b/>", 201_000))}</a>") })
        {
            using var answer = await PostAsync(client, message);
            Assert.Contains("nested", (await ReadAsync(answer)).Fault, StringComparison.Ordinal);
        }

        using var odd = await PostAsync(
            client, Soap.Around(Soap.Deliver("KE\u202E", "../..", "<a/>", "'; DROP TABLE--", type: "99999999999")));
        Assert.Contains("CertificateType", (await ReadAsync(odd)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_of_a_hundred_megabytes_is_not_read()
    {
        using var client = Client(Kenya.Certificate);
        using var content = new ByteArrayContent(new byte[100 * 1024 * 1024]);
        try
        {
            using var answer = await client.PostAsync(Address, content);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        }
        catch (HttpRequestException)
        {
            // The connection was closed before all of it was sent.
        }

        using var after = await PostAsync(client, Soap.Around(Soap.Empty("GetProfile")));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains(await Host.StoreAsync(db => db.Set<SandboxCall>().ToListAsync()),
            call => call is { HttpStatus: 413, Explanations: [{ Reason: SandboxReason.TooLarge, Detail: "≤ 1 MB" }] });
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_not_waited_for()
    {
        await using var tls = await ConnectAsync(Kenya.Certificate);
        await tls.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /{SandboxEndpoint.Path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\nContent-Length: 1000\r\n\r\n<"));
        var answer = new byte[12];

        var reading = tls.ReadAtLeastAsync(answer, answer.Length);
        await Eventually.TrueAsync(() =>
        {
            Host.Time.Advance(TimeSpan.FromSeconds(31));
            return reading.IsCompleted;
        }, "the end of the server's patience");

        Assert.Equal(answer.Length, await reading);
        Assert.Equal("HTTP/1.1 408", Encoding.ASCII.GetString(answer));
        var call = await Host.StoreAsync(db => db.Set<SandboxCall>().SingleAsync());
        Assert.Equal((SandboxReason.TooSlow, "≤ 30 s"), (Assert.Single(call.Explanations).Reason, call.Explanations[0].Detail));
    }

    [Fact]
    public async Task The_certificate_of_theServer_stays_the_same_and_its_key_is_not_readable_in_the_store()
    {
        using var again = await Host.Get<ServerIdentity>().TakeAsync(default);

        Assert.Equal(Server.Thumbprint, again.Thumbprint);
        Assert.True(again.HasPrivateKey);
        var kept = await Host.StoreAsync(db => db.Set<AdminConsole.Features.Sandbox.SandboxIdentity>().SingleAsync());
        Assert.DoesNotContain("PRIVATE", kept.ProtectedKey, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE", kept.CertificatePem, StringComparison.Ordinal);
    }
}
