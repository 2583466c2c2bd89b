using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Ephyto.AdminConsole.Features.Sandbox.Outgoing;
using Ephyto.AdminConsole.Features.Sandbox.Server;
using Ephyto.AdminConsole.Features.Sandbox.UseCases;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.AdminConsole.Tests.EndToEnd.SandboxClients;
using Ephyto.AdminConsole.Tests.Features.Sandbox;
using Ephyto.AdminConsole.Tests.Features.Sandbox.Outgoing;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>Systems as integrators really write them, which the sandbox of a running console calls over mutual TLS.</summary>
public sealed class SandboxReceiversTests : IDisposable
{
    /// <summary>As long as real ones, of which libraries read more than one part, with whatever they could change.</summary>
    private static readonly string Content = "\r\n<?xml version=\"1.0\" encoding=\"utf-16\"?>\r\n<a b=\"&quot;\">\t]]&gt; é 漢 😀 &amp;amp;"
        + string.Concat(Enumerable.Repeat(" \r\n \t<b>é 漢 😀</b>", 12_000)) + "</a>\r\n ";

    private readonly TemporaryDirectory _directory = new();
    private readonly MadeAuthority _authority = new(DateTimeOffset.UtcNow);
    private readonly int _port = FreePort.Next();

    private Uri Sandbox => new($"https://127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)}/{SandboxEndpoint.Path}");

    public void Dispose()
    {
        _authority.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task Node_receives_by_push()
    {
        var node = ClientTool.NodeWithSoapIn(_directory);
        File.Copy(Script("receiver.mjs"), _directory.File("receiver.mjs"));
        var calls = await ReceiveAsync(node, _directory.File("receiver.mjs"));
        // As whoever knows the library little writes the answer, it says nothing to the Hub.
        Assert.Equal([false, true, false, false], calls.Select(IsToldOfItsAnswer));
    }

    [Fact]
    public async Task Python_receives_by_push() =>
        Assert.DoesNotContain(await ReceiveAsync(ClientTool.Python(), Script("receiver.py")), IsToldOfItsAnswer);

    private static bool IsToldOfItsAnswer(SandboxCall call) =>
        call.Explanations.Any(said => said.Reason == SandboxReason.PushAnswerNotByContract);

    private async Task<List<SandboxCall>> ReceiveAsync(string program, string script)
    {
        await using var app = await ConsoleApp.StartAsync(new Dictionary<string, string?>
        {
            ["Sandbox:Enabled"] = "true",
            ["Sandbox:Port"] = _port.ToString(CultureInfo.InvariantCulture),
            ["Sandbox:AllowPrivateAddresses"] = "true",
            ["Sandbox:TrustedAuthorities"] = _authority.Path,
            ["Demo:Enabled"] = "false",
        });
        return await app.SeedAsync(async host =>
        {
            await using var receiver = await StartAsync(host, program, script);
            var server = await host.Get<ServerIdentity>().FetchPemAsync(default) ?? "";
            var kenya = await CallingSystem.SetUpAsync(host, "KE");
            var ghana = await CallingSystem.SetUpAsync(host, "GH", Pushed("https://ephyto.member.org/hub"));
            // Nobody may write an address of this machine; the test writes it into the store.
            await host.StoreAsync(async db =>
            {
                var connection = await db.Set<Connection>().SingleAsync(each => each.NppoId == ghana.NppoId);
                db.Entry(connection).Property(each => each.Settings).CurrentValue = Pushed(receiver.Address.AbsoluteUri);
                return await db.SaveChangesAsync();
            });
            using ServiceModelClient pulls = new(Sandbox, kenya.Certificate, server), pushed = new(Sandbox, ghana.Certificate, server);
            await OnlyTheHubIsLetInAsync(receiver.Address);

            await GetsASampleAsync(host, receiver, ghana, pushed);
            await GetsWhatAnotherSendsAsync(host, receiver, pulls, pushed);
            await IsToldWhatBecameOfItsOwnAsync(receiver, pulls, pushed);
            await SaysThatItIsDownAsync(host, receiver, pulls);
            Assert.Equal(["DeliverEnvelope", "DeliverEnvelope", "SetTrackingInfoUpdate", "DeliverEnvelope"],
                receiver.Heard.Select(call => call.Operation));
            return await CallsAsync(host);
        });
    }

    /// <summary>Somebody of the organization lets a partner send one; the receiver says in its answer what became of it.</summary>
    private static async Task GetsASampleAsync(ConsoleHost host, MemberReceiver receiver, CallingSystem ghana, ServiceModelClient pushed)
    {
        var officer = await host.ActiveMemberAsync(ghana.NppoId, NppoRole.Integrator, "integrator.gh@example.org");
        var number = (await host.Get<AskForSample>().HandleAsync(new(ghana.NppoId, "GH"), officer, default)).Value;

        var heard = await receiver.HeardAsync("DeliverEnvelope", number);

        var sent = await host.StoreAsync(db => db.Set<SandboxEnvelope>().SingleAsync(envelope => envelope.TrackingNumber == number));
        Assert.Equal((sent.Content, "XF", "GH", "PendingDelivery"), (heard.Content, heard.From, heard.To, heard.State));
        Assert.Equal((await host.Get<HubClientCertificate>().GetAsync(default)).GetCertHashString(HashAlgorithmName.SHA256), heard.Shown);
        await WrittenDownAsync(host, 1);
        Assert.Equal("DeliveredWithWarnings", (await pushed.Service.GetEnvelopeTrackingInfoAsync(number)).HUBTrackingInfo);
        var tracked = await host.StoreAsync(db => db.Set<SandboxEnvelope>().SingleAsync(envelope => envelope.TrackingNumber == number));
        Assert.Equal("a sample", tracked.Words);
    }

    /// <summary>The receiver gives back the header as it came, and acknowledges by a call of its own.</summary>
    private static async Task GetsWhatAnotherSendsAsync(
        ConsoleHost host, MemberReceiver receiver, ServiceModelClient pulls, ServiceModelClient pushed)
    {
        var number = await SendAsync(pulls, "KE", "GH", "KE-2026-1");

        Assert.Equal(Content, (await receiver.HeardAsync("DeliverEnvelope", number)).Content);
        await WrittenDownAsync(host, 2);
        Assert.Equal("PendingDelivery", (await pulls.Service.GetEnvelopeTrackingInfoAsync(number)).HUBTrackingInfo);
        await pushed.Service.AcknowledgeEnvelopeReceiptAsync(number);
        Assert.Equal("Delivered", (await pulls.Service.GetEnvelopeTrackingInfoAsync(number)).HUBTrackingInfo);
    }

    private static async Task IsToldWhatBecameOfItsOwnAsync(MemberReceiver receiver, ServiceModelClient pulls, ServiceModelClient pushed)
    {
        var number = await SendAsync(pushed, "GH", "KE", "GH-2026-1");
        await pulls.Service.AdvancedAcknowledgeEnvelopeReceiptAsync(number, "Unit <XYZ> unknown é");

        var told = await receiver.HeardAsync("SetTrackingInfoUpdate", number);

        Assert.Equal(("GH", "KE", "GH-2026-1", "DeliveredWithWarnings", "Unit <XYZ> unknown é"),
            (told.From, told.To, told.Certificate, told.State, told.Words));
    }

    /// <summary>Whoever wrote the receiver reads at the call what its own library said.</summary>
    private static async Task SaysThatItIsDownAsync(ConsoleHost host, MemberReceiver receiver, ServiceModelClient pulls)
    {
        var number = await SendAsync(pulls, "KE", "GH", "DOWN-1");
        await receiver.HeardAsync("DeliverEnvelope", number);

        await WrittenDownAsync(host, 4);
        var calls = await CallsAsync(host);
        Assert.Equal([SandboxOutcome.Answered, SandboxOutcome.Answered, SandboxOutcome.Answered, SandboxOutcome.Refused],
            calls.Select(call => call.Outcome));
        var said = Assert.Single(Assert.Single(calls[3].Explanations).Arguments ?? []);
        Assert.Contains("down for the night", said, StringComparison.Ordinal);
        Assert.Equal("PendingDelivery", (await pulls.Service.GetEnvelopeTrackingInfoAsync(number)).HUBTrackingInfo);
    }

    private static ConnectionSettings Pushed(string address) =>
        CallingSystem.Everything with { Delivery = DeliveryMode.Push, Endpoint = address };

    private static Task<List<SandboxCall>> CallsAsync(ConsoleHost host) => host.StoreAsync(db =>
        db.Set<SandboxCall>().Where(call => call.Direction == SandboxDirection.Out).OrderBy(call => call.At).ToListAsync());

    private static async Task OnlyTheHubIsLetInAsync(Uri address)
    {
        using HttpClient stranger = new(new SocketsHttpHandler
        {
            UseProxy = false, SslOptions = new() { RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null },
        });
        await Assert.ThrowsAsync<HttpRequestException>(() => stranger.PostAsync(address, new StringContent("<a/>")));
    }

    private static async Task<string> SendAsync(ServiceModelClient system, string from, string to, string certificate) =>
        (await system.Service.DeliverEnvelopeAsync(new()
        {
            From = from, To = to, CertificateType = 851, CertificateStatus = 70, NPPOCertificateNumber = certificate, Content = Content,
        })).HubDeliveryNumber!;

    /// <summary>A receiver hears of a call before the console has its answer.</summary>
    private static Task WrittenDownAsync(ConsoleHost host, int calls) =>
        Eventually.TrueAsync(async () => (await CallsAsync(host)).Count == calls, $"{calls} calls to be written down");

    /// <summary>With what an integrator downloads: the certificate of the sandbox's calls, and the description of the service.</summary>
    private async Task<MemberReceiver> StartAsync(ConsoleHost host, string program, string script)
    {
        using var certificate = _authority.Server("localhost");
        using var key = certificate.GetRSAPrivateKey()!;
        await File.WriteAllTextAsync(
            _directory.File("member.pem"), $"{certificate.ExportCertificatePem()}\n{_authority.Middle.ExportCertificatePem()}\n");
        await File.WriteAllTextAsync(_directory.File("member.key"), key.ExportPkcs8PrivateKeyPem());
        await File.WriteAllTextAsync(_directory.File("hub.pem"), await host.Get<HubClientCertificate>().PemAsync(default));
        await File.WriteAllTextAsync(_directory.File("hub.wsdl"), Encoding.UTF8.GetString(HubContract.ReadWsdl(HubEnvironment.Test)));
        return await MemberReceiver.StartAsync(_directory.Path, program, script,
            _directory.File("member.pem"), _directory.File("member.key"), _directory.File("hub.pem"), _directory.File("hub.wsdl"));
    }

    private static string Script(string name) => Repository.Path("Ephyto.AdminConsole.Tests", "EndToEnd", "SandboxClients", name);
}
