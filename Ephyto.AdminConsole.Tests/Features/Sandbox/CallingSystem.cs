using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml.Linq;
using Ephyto.AdminConsole.Features.Sandbox.Server;
using Ephyto.AdminConsole.Features.Sandbox.Validation;
using Ephyto.AdminConsole.Field.Certificates;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox;

/// <summary>The system of a country as the sandbox knows it: its connection, and the certificate that it shows.</summary>
internal sealed record CallingSystem(Guid NppoId, string Code, X509Certificate2 Certificate, DigitalCertificate Uploaded)
{
    public static readonly ConnectionSettings Everything = ConnectionSettings.Nothing with
    {
        Send = true,
        Receive = true,
        Allowed = [new(PhytoType.Phytosanitary, PhytoStatus.Issued), new(PhytoType.Phytosanitary, PhytoStatus.Withdrawn)],
    };

    /// <summary>Registers a country, sets its connection and puts a certificate to use.</summary>
    public static async Task<CallingSystem> SetUpAsync(ConsoleHost host, string country, ConnectionSettings? settings = null)
    {
        var nppo = (await host.ConfirmedNppoAsync(country, Given.Awa with { Email = $"first.{country}@example.org" })).Nppo.Id;
        return await ConnectAsync(host, nppo, country, settings ?? Everything);
    }

    /// <param name="existing">How many connections the organization has.</param>
    public static async Task<CallingSystem> ConnectAsync(
        ConsoleHost host, Guid nppo, string country, ConnectionSettings settings, int existing = 0)
    {
        var now = host.Time.GetUtcNow().UtcDateTime;
        var connection = Connection.Add(nppo, country, existing, settings, Guid.NewGuid(), now).Value;
        await host.AddAsync(connection);
        var certificate = Make($"C={country}, CN=System of {connection.Code}", host.Time.GetUtcNow());
        var uploaded = Upload(nppo, certificate, now, connection: new(connection.Id, connection.Code));
        Assert.True(uploaded.Activate([], Guid.NewGuid(), now).IsSuccess);
        await host.AddAsync(uploaded);
        return new(nppo, connection.Code, certificate, uploaded);
    }

    public static DigitalCertificate Upload(
        Guid nppo, X509Certificate2 certificate, DateTime now, CertificateUsage usage = CertificateUsage.ClientAuthentication,
        ConnectionRef? connection = null)
    {
        var shown = CertificateIdentity.Of(certificate);
        return DigitalCertificate.Upload(
            nppo, "Server", usage, new CertificateFacts
            {
                Subject = shown.Subject,
                Issuer = shown.Issuer,
                Thumbprint = shown.Thumbprint,
                PublicKeyHash = shown.PublicKeyHash,
                Country = shown.Subject.Split(", ").FirstOrDefault(part => part.StartsWith("C=", StringComparison.Ordinal))?[2..],
                ValidFrom = certificate.NotBefore.ToUniversalTime(),
                ValidUntil = shown.ValidUntil,
            }, Encoding.ASCII.GetBytes(certificate.ExportCertificatePem()), Guid.NewGuid(), now, connection).Value;
    }

    public static X509Certificate2 Make(string subject, DateTimeOffset now, RSA? key = null, int days = 365)
    {
        using var own = key is null ? SharedKeys.Rsa() : null;
        var request = new CertificateRequest(subject, (key ?? own)!, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(days));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>Calls past the network: the answer as it would go out.</summary>
    public Task<SoapAnswer> CallAsync(ConsoleHost host, string body) => CallAsync(host, Certificate, Soap.Around(body));

    public static async Task<SoapAnswer> CallAsync(ConsoleHost host, X509Certificate2? certificate, string message)
    {
        var answer = await host.Get<SandboxService>().AnswerAsync(
            new(certificate is null ? null : CertificateIdentity.Of(certificate),
                _ => Task.FromResult(new SandboxBody(Encoding.UTF8.GetBytes(message), null)), null, host.Time.GetTimestamp()),
            CancellationToken.None);
        return SoapAnswer.Of((HttpStatusCode)answer.Status, Encoding.UTF8.GetString(answer.Body));
    }

    /// <summary>A certificate without a finding.</summary>
    public string CertificateFor(ConsoleHost host, string to) => SampleCertificate.Make(new(Code, to, 851, 70, "2026-1"), host.Now());

    public Task<SoapAnswer> SendAsync(
        ConsoleHost host, string to, string content = "<a/>", string? from = null, string number = "2026-1",
        string operation = "DeliverEnvelope", string type = "851", string status = "70") =>
        CallAsync(host, Soap.Deliver(from ?? Code, to, content, number, operation, type, status));
}

/// <summary>What came back.</summary>
/// <param name="Body">The element in the SOAP body; the answer to what is no SOAP is an empty one.</param>
internal sealed record SoapAnswer(HttpStatusCode Status, XElement Body, string Raw)
{
    private static readonly HubContract Contract = new();

    public string? Fault => Body.Name.LocalName == "Fault" ? Body.Element("faultstring")!.Value : null;

    /// <summary>Of the one header that is in it.</summary>
    public string this[string field] => Body.Descendants(HubNames.Entities + field).Single().Value;

    public IReadOnlyList<string> All(string field) => [.. Body.Descendants(HubNames.Entities + field).Select(found => found.Value)];

    /// <summary>Whatever comes back fits the contract; a fault has its words twice.</summary>
    public static SoapAnswer Of(HttpStatusCode status, string raw)
    {
        if (!raw.StartsWith("<?xml", StringComparison.Ordinal)) return new(status, new("none"), raw);
        var body = XDocument.Parse(raw, LoadOptions.PreserveWhitespace).Root!.Element(HubNames.Soap + "Body")!.Elements().Single();
        var checkedElement = body.Name.LocalName == "Fault" ? body.Element("detail")!.Elements().Single() : body;
        Assert.Empty(Contract.Validate(checkedElement));
        if (body.Name.LocalName == "Fault") Assert.Equal(body.Element("faultstring")!.Value, checkedElement.Value);
        return new(status, body, raw);
    }
}

/// <summary>Messages as clients write them.</summary>
internal static class Soap
{
    public static string Around(string body) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:e="http://ephyto.ippc.int/"
            xmlns:h="http://ephyto.ippc.int/HUB.Entities"><s:Header/><s:Body>{body}</s:Body></s:Envelope>
        """;

    public static string Empty(string operation) => $"<e:{operation}/>";

    public static string Numbered(string operation, string number, string more = "") =>
        $"<e:{operation}><e:hubTrackingNumber>{number}</e:hubTrackingNumber>{more}</e:{operation}>";

    public static string Deliver(
        string from, string to, string content, string number = "2026-1", string operation = "DeliverEnvelope", string type = "851",
        string status = "70")
    {
        var name = operation == "DeliverEnvelope" ? "env" : "envelope";
        var written = WebUtility.HtmlEncode(content).Replace("\r", "&#13;", StringComparison.Ordinal);
        return $"""
            <e:{operation}><e:{name}><h:From>{from}</h:From><h:To>{to}</h:To><h:CertificateType>{type}</h:CertificateType>
            <h:CertificateStatus>{status}</h:CertificateStatus><h:NPPOCertificateNumber>{number}</h:NPPOCertificateNumber>
            <h:Content>{written}</h:Content></e:{name}></e:{operation}>
            """;
    }
}
