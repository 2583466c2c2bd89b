using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.ServiceModel;
using System.Text;
using System.Text.Json;
using Ephyto.AdminConsole.Features.Sandbox.Server;
using Ephyto.AdminConsole.Tests.EndToEnd.SandboxClients;
using Ephyto.AdminConsole.Tests.Features.Sandbox;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>Clients that integrators really use, against the sandbox of a running console.</summary>
public sealed class SandboxClientsTests : IAsyncLifetime
{
    private const string Content = "<a>é 漢 &amp; \"quoted\"</a>";

    private readonly TemporaryDirectory _directory = new();
    private readonly int _port = FreePort.Next();
    private ConsoleApp _app = null!;
    private CallingSystem _system = null!;

    private string Address => $"https://127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)}/{SandboxEndpoint.Path}";

    private string Certificate => _directory.File("system.pem");

    /// <summary>A certificate, with its key, that nobody has uploaded.</summary>
    private string Stranger => _directory.File("stranger.pem");

    private string Key => _directory.File("system.key");

    private string Authority => _directory.File("sandbox-server.pem");

    public async ValueTask InitializeAsync()
    {
        _app = await ConsoleApp.StartAsync(new Dictionary<string, string?>
        {
            ["Sandbox:Enabled"] = "true",
            ["Sandbox:Port"] = _port.ToString(CultureInfo.InvariantCulture),
            ["Demo:Enabled"] = "false",
        });
        var (system, server) = await _app.SeedAsync(async host =>
            (await CallingSystem.SetUpAsync(host, "KE"), await host.Get<ServerIdentity>().FetchPemAsync(default)));
        _system = system;
        using var key = system.Certificate.GetRSAPrivateKey()!;
        var pem = $"{system.Certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
        await File.WriteAllTextAsync(Certificate, pem);
        await File.WriteAllTextAsync(Key, key.ExportPkcs8PrivateKeyPem());
        await File.WriteAllTextAsync(Authority, server);
        using var unknown = CallingSystem.Make("C=KE, CN=Nobody", DateTimeOffset.UtcNow);
        using var unknownKey = unknown.GetRSAPrivateKey()!;
        await File.WriteAllTextAsync(Stranger, $"{unknown.ExportCertificatePem()}\n{unknownKey.ExportPkcs8PrivateKeyPem()}\n");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public async Task Zeep_does_an_exchange() =>
        await ExchangeAsync(await ClientTool.PythonWithZeepAsync(), Script("client.py"), codeLists: 10);

    [Fact]
    public async Task Php_does_an_exchange() =>
        await ExchangeAsync(await ClientTool.PhpWithSoapAsync(), Script("client.php"), codeLists: 2);

    [Fact]
    public async Task Node_does_an_exchange()
    {
        var node = ClientTool.NodeWithSoapIn(_directory);
        File.Copy(Script("client.mjs"), _directory.File("client.mjs"));
        await ExchangeAsync(node, _directory.File("client.mjs"), codeLists: 2);
    }

    [Fact]
    public async Task System_ServiceModel_does_an_exchange()
    {
        using var hub = new ServiceModelClient(new Uri(Address), _system.Certificate, await File.ReadAllTextAsync(Authority));

        Assert.Equal("KE", (await hub.Service.GetProfileAsync()).Country);
        var sent = await hub.Service.DeliverEnvelopeAsync(new()
        {
            From = "KE", To = "KE", CertificateType = 851, CertificateStatus = 70, NPPOCertificateNumber = "WCF-1", Content = Content,
        });
        Assert.Equal("PendingDelivery", sent.HUBTrackingInfo);
        var number = sent.HubDeliveryNumber!;
        Assert.Equal(number, Assert.Single((await hub.Service.GetImportEnvelopeHeadersAsync(null)).Headers).HubDeliveryNumber);
        Assert.Equal(Content, (await hub.Service.PULLSingleImportEnvelopeAsync(number)).Content);
        await hub.Service.AcknowledgeEnvelopeReceiptAsync(number);
        Assert.Equal("Delivered", (await hub.Service.GetEnvelopeTrackingInfoAsync(number)).HUBTrackingInfo);
        var toPartner = await SendAsync("XA", "WCF-2");
        Assert.Equal("Delivered", (await hub.Service.GetEnvelopeTrackingInfoAsync(toPartner)).HUBTrackingInfo);
        Assert.Equal("DeliveredWithWarnings",
            await hub.Service.AdvancedAcknowledgeEnvelopeReceiptAsync(await SendAsync("KE", "WCF-3"), "seen"));
        Assert.Equal("DeliveredNotReadable",
            await hub.Service.AcknowledgeFailedEnvelopeReceiptAsync(await SendAsync("KE", "WCF-4"), "cannot be read"));
        Assert.Contains(
            "SEVERE", (await hub.Service.ValidatePhytoXMLAsync(new() { Content = "<a>" })).Findings!.Select(finding => finding.Level));
        var refused = await Assert.ThrowsAsync<FaultException>(() => hub.Service.AcknowledgeEnvelopeReceiptAsync("none"));
        Assert.Contains("none", refused.Message, StringComparison.Ordinal);
        using var nobodys = CallingSystem.Make("C=KE, CN=Nobody", DateTimeOffset.UtcNow);
        using var stranger = new ServiceModelClient(new Uri(Address), nobodys, await File.ReadAllTextAsync(Authority));
        var unknown = await Assert.ThrowsAsync<FaultException>(() => stranger.Service.GetProfileAsync());
        Assert.Contains("certificate", unknown.Message, StringComparison.Ordinal);

        async Task<string> SendAsync(string to, string certificate) => (await hub.Service.DeliverEnvelopeAsync(new()
        {
            From = "KE", To = to, CertificateType = 851, CertificateStatus = 70, NPPOCertificateNumber = certificate, Content = Content,
        })).HubDeliveryNumber!;
    }

    [Fact]
    public async Task Curl_sends_messages_written_by_hand()
    {
        var curl = ClientTool.Curl();
        var message = _directory.File("message.xml");

        Assert.Equal("KE", (await CurlAsync(Soap.Empty("GetProfile")))["Country"]);
        var sent = await SendAsync("KE", "CURL-1");
        Assert.Equal("PendingDelivery", sent["HUBTrackingInfo"]);
        var number = sent["hubDeliveryNumber"];
        Assert.Equal(Content, (await CurlAsync(Soap.Numbered("PULLSingleImportEnvelope", number)))["Content"]);
        var failed = await CurlAsync(Soap.Numbered("AcknowledgeFailedEnvelopeReceipt", number, "<e:message>cannot be read</e:message>"));
        Assert.Equal("DeliveredNotReadable", failed.Body.Value);
        var told = await CurlAsync(Soap.Numbered("GetEnvelopeTrackingInfo", number));
        Assert.Equal(("DeliveredNotReadable", "cannot be read"), (told["HUBTrackingInfo"], told["hubDeliveryErrorMessage"]));
        var warned = await CurlAsync(Soap.Numbered("AdvancedAcknowledgeEnvelopeReceipt",
            (await SendAsync("KE", "CURL-2"))["hubDeliveryNumber"], "<e:warningMessage>seen</e:warningMessage>"));
        Assert.Equal("DeliveredWithWarnings", warned.Body.Value);
        var taken = (await SendAsync("KE", "CURL-3"))["hubDeliveryNumber"];
        await CurlAsync(Soap.Numbered("AcknowledgeEnvelopeReceipt", taken));
        Assert.Equal("Delivered", await StateAsync(taken));
        Assert.Equal("Delivered", await StateAsync((await SendAsync("XA", "CURL-4"))["hubDeliveryNumber"]));
        Assert.Contains("SEVERE", (await CurlAsync("<e:ValidatePhytoXML><e:ePhytoXML>&lt;a&gt;</e:ePhytoXML></e:ValidatePhytoXML>")).Raw,
            StringComparison.Ordinal);
        Assert.Contains("certificate", (await CurlAsync(Soap.Empty("GetProfile"), Stranger, Stranger)).Fault!, StringComparison.Ordinal);

        Task<SoapAnswer> SendAsync(string to, string certificate) => CurlAsync(Soap.Deliver("KE", to, Content, certificate));

        async Task<string> StateAsync(string number) =>
            (await CurlAsync(Soap.Numbered("GetEnvelopeTrackingInfo", number)))["HUBTrackingInfo"];

        async Task<SoapAnswer> CurlAsync(string body, string? shown = null, string? key = null)
        {
            await File.WriteAllTextAsync(message, Soap.Around(body));
            return SoapAnswer.Of(System.Net.HttpStatusCode.OK, await RunAsync(
                curl, "--silent", "--show-error", "--cert", shown ?? Certificate, "--key", key ?? Key, "--cacert", Authority,
                "--header", "Content-Type: text/xml; charset=utf-8", "--header", "SOAPAction: \"\"", "--data-binary", $"@{message}",
                Address));
        }
    }

    private async Task ExchangeAsync(string program, string script, int codeLists)
    {
        var said = await RunAsync(program, script, Address, Certificate, Key, Authority, "KE", Content, Stranger);

        var answer = JsonDocument.Parse(said).RootElement;
        Assert.Equal("PendingDelivery", Text("sent"));
        Assert.Equal([Text("number")], answer.GetProperty("waiting").EnumerateArray().Select(number => number.GetString()!));
        Assert.Equal(Content, Text("content"));
        Assert.Equal("DeliveredWithWarnings", Text("said"));
        Assert.Equal("DeliveredWithWarnings", Text("tracked"));
        Assert.Equal(("DeliveredNotReadable", "cannot be read"), (Text("failed"), Text("told")));
        Assert.Equal(("Delivered", "Delivered"), (Text("taken"), Text("partner")));
        Assert.Contains("certificate", Text("unknown"), StringComparison.Ordinal);
        Assert.Contains("none", Text("fault"), StringComparison.Ordinal);
        Assert.Equal("KE", Text("profile"));
        Assert.Contains("KE", answer.GetProperty("countries").EnumerateArray().Select(country => country.GetString()!));
        Assert.Contains("SEVERE", answer.GetProperty("findings").EnumerateArray().Select(level => level.GetString()!));
        Assert.Equal(codeLists, answer.GetProperty("rows").EnumerateArray().Count(rows => rows.GetInt32() > 0));

        string Text(string name) => answer.GetProperty(name).GetString()!;
    }

    private static string Script(string name) => Repository.Path("Ephyto.AdminConsole.Tests", "EndToEnd", "SandboxClients", name);

    private Task<string> RunAsync(string program, params string[] arguments) =>
        ClientTool.RunAsync(_directory.Path, program, null, arguments);
}
