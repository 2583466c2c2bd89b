using System.Security.Cryptography;
using System.Xml.Linq;
using Ephyto.AdminConsole.Features.Sandbox.Outgoing;
using Ephyto.AdminConsole.Features.Sandbox.Push;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.AdminConsole.Tests.Features.Sandbox.Outgoing;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Push;

/// <summary>What a member's endpoint gets, and what is made of its answer.</summary>
public sealed class PushClientTests : OutgoingWorld
{
    private const string Content = "<?xml version=\"1.0\" encoding=\"utf-16\"?>\r\n<a b=\"&quot;\">\t]]&gt; é 😀 &amp;amp;</a>\r\n ";
    private const string Answered = "<e:DeliverEnvelopeResponse xmlns:e='http://ephyto.ippc.int/' "
        + "xmlns:h='http://ephyto.ippc.int/HUB.Entities'>"
        + "<e:DeliverEnvelopeResult>{0}</e:DeliverEnvelopeResult></e:DeliverEnvelopeResponse>";

    [Fact]
    public async Task An_envelope_arrives_by_the_contract_with_its_content_unchanged()
    {
        using var certificate = Authority.Server();
        await using var server = MemberServer.Tls(certificate, Response(""), Authority.Middle);
        var envelope = Envelope();

        var outcome = await Host.Get<IPushClient>().DeliverAsync(server.Address, envelope, CancellationToken.None);

        Assert.Equal((PushResult.Delivered, 200, null, true), (outcome.Result, outcome.HttpStatus, outcome.State, outcome.HasArrived));
        var request = Assert.Single(server.Requests);
        Assert.Contains("SOAPAction: \"http://ephyto.ippc.int/IDeliveryService/DeliverEnvelope\"", request, StringComparison.Ordinal);
        Assert.DoesNotContain("traceparent", request, StringComparison.OrdinalIgnoreCase);
        var body = BodyOf(request);
        Assert.Empty(new HubContract().Validate(body));
        Assert.Equal(Content, body.Descendants(HubNames.Entities + "Content").Single().Value);
        Assert.Equal(envelope.TrackingNumber, body.Descendants(HubNames.Entities + "hubDeliveryNumber").Single().Value);
        Assert.Equal("LK3", body.Descendants(HubNames.Entities + "Code").Single().Value);
        Assert.Equal((await Host.Get<HubClientCertificate>().GetAsync(default)).GetCertHashString(HashAlgorithmName.SHA256), server.Shown);
        Assert.EndsWith(outcome.Request, request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_arrives_by_the_contract()
    {
        using var certificate = Authority.Server();
        await using var server = MemberServer.Tls(certificate,
            MemberServer.Http(200, MemberServer.Soap("<SetTrackingInfoUpdateResponse "
                + "xmlns='http://ephyto.ippc.int/'/>")), Authority.Middle);
        var envelope = Envelope();
        envelope.Acknowledge(TrackingState.DeliveredWithWarnings, "No treatment\u0001", Host.Time.GetUtcNow().UtcDateTime);

        var outcome = await Host.Get<IPushClient>().TellStateAsync(server.Address, envelope, CancellationToken.None);

        Assert.Equal(PushResult.Delivered, outcome.Result);
        var body = BodyOf(Assert.Single(server.Requests));
        Assert.Empty(new HubContract().Validate(body));
        Assert.Equal("DeliveredWithWarnings", body.Descendants(HubNames.Entities + "HUBTrackingInfo").Single().Value);
        // A control character is none in XML, and is not let break the message.
        Assert.Equal("No treatment\uFFFD", body.Descendants(HubNames.Entities + "hubDeliveryErrorMessage").Single().Value);
    }

    [Fact]
    public async Task A_call_takes_no_longer_than_it_may_from_the_name_to_the_end_of_the_answer()
    {
        using var certificate = Authority.Server();
        await using var server = MemberServer.Tls(certificate, null, Authority.Middle);
        await using var line = await Host.Get<SafeDialer>().DialAsync(new(server.Address), null, default);
        Host.Time.Advance(TimeSpan.FromSeconds(20));

        var call = Host.Get<OutgoingCalls>().SendAsync(line, new(server.Address), "urn:any", "<a/>"u8.ToArray(), default);
        await server.Heard.WaitAsync(Patience.Usual);
        Host.Time.Advance(TimeSpan.FromSeconds(11));

        var failed = await Assert.ThrowsAsync<OutgoingException>(() => call.WaitAsync(Patience.Usual));
        Assert.Equal((OutgoingStage.Answer, "TimedOut"), (failed.Stage, failed.Code));
    }

    [Theory]
    [InlineData("Delivered", TrackingState.Delivered)]
    [InlineData(" DeliveredWithWarnings ", TrackingState.DeliveredWithWarnings)]
    [InlineData("DeliveredNotReadable", TrackingState.DeliveredNotReadable)]
    [InlineData("FailedDelivery", TrackingState.FailedDelivery)]
    public async Task An_answer_that_says_what_became_of_it_is_an_acknowledgement(string info, TrackingState state)
    {
        using var certificate = Authority.Server();
        await using var server = MemberServer.Tls(certificate,
            Response($"<h:HUBTrackingInfo>{info}</h:HUBTrackingInfo><h:hubDeliveryErrorMessage>words</h:hubDeliveryErrorMessage>"),
            Authority.Middle);

        var outcome = await Host.Get<IPushClient>().DeliverAsync(server.Address, Envelope(), CancellationToken.None);

        Assert.Equal((PushResult.Acknowledged, state, "words"), (outcome.Result, outcome.State, outcome.Words));
    }

    [Fact]
    public async Task The_envelope_given_back_as_it_came_is_no_acknowledgement()
    {
        using var certificate = Authority.Server();
        await using var server = MemberServer.Tls(certificate, Response("<h:HUBTrackingInfo>PendingDelivery</h:HUBTrackingInfo>"),
            Authority.Middle);

        Assert.Equal(PushResult.Delivered,
            (await Host.Get<IPushClient>().DeliverAsync(server.Address, Envelope(), CancellationToken.None)).Result);
    }

    [Theory]
    [InlineData("h", TrackingState.Delivered, null)]
    [InlineData("e", null, "'From' in namespace 'http://ephyto.ippc.int/'")]
    public async Task An_answer_that_does_not_fit_the_contract_is_said_to_be_so(string prefix, TrackingState? state, string? finding)
    {
        string[] fields = ["From>XA", "To>LK2", "CertificateType>851", "CertificateStatus>70", "NPPOCertificateNumber>1",
            "HUBTrackingInfo>Delivered"];
        using var certificate = Authority.Server();
        await using var server = MemberServer.Tls(
            certificate, Response(string.Concat(fields.Select(field => $"<{prefix}:{field}</{prefix}:{field.Split('>')[0]}>"))),
            Authority.Middle);

        var outcome = await Host.Get<IPushClient>().DeliverAsync(server.Address, Envelope(), CancellationToken.None);

        Assert.Equal((true, state, finding is null), (outcome.HasArrived, outcome.State, outcome.Finding is null));
        Assert.Contains(finding ?? "", outcome.Finding ?? "", StringComparison.Ordinal);
    }

    public static TheoryData<string, int, string, byte[]> Answers => new()
    {
        { "Fault", 500, "AnswerFault", MemberServer.Http(500, MemberServer.Fault("down for the night")) },
        { "HttpStatus", 503, "AnswerStatus", MemberServer.Http(503, "<html>later</html>") },
        { "HttpStatus", 403, "AnswerForbidden", MemberServer.Http(403, "") },
        { "HttpStatus", 307, "Redirected", MemberServer.Http(307, "", "Location: https://127.0.0.1:1/\r\n") },
        { "NotXml", 200, "AnswerNotXml", MemberServer.Http(200, "OK") },
        { "Unexpected", 200, "AnswerNotSoap", MemberServer.Http(200, "<ok/>") },
        { "Unexpected", 200, "AnswerUnexpected", MemberServer.Http(200, MemberServer.Soap("<DeliverEnvelopeResponse/>")) },
    };

    [Theory]
    [MemberData(nameof(Answers), DisableDiscoveryEnumeration = true)]
    public async Task Any_other_answer_is_said_as_what_it_is(string result, int status, string code, byte[] answer)
    {
        using var certificate = Authority.Server();
        await using var server = MemberServer.Tls(certificate, answer, Authority.Middle);

        var outcome = await Host.Get<IPushClient>().DeliverAsync(server.Address, Envelope(), CancellationToken.None);

        Assert.Equal((result, status, code, false), (outcome.Result.ToString(), outcome.HttpStatus, outcome.Code, outcome.HasArrived));
        Assert.NotNull(outcome.Answer);
        if (code == "AnswerFault") Assert.Equal("down for the night", outcome.Words);
    }

    [Fact]
    public async Task Too_much_of_an_answer_is_not_read()
    {
        using var certificate = Authority.Server();
        await using var server = MemberServer.Tls(certificate, MemberServer.Http(200, new string('x', 70_000)), Authority.Middle);

        var outcome = await Host.Get<IPushClient>().DeliverAsync(server.Address, Envelope(), CancellationToken.None);

        Assert.Equal((PushResult.NotXml, "AnswerTooLarge"), (outcome.Result, outcome.Code));
    }

    [Fact]
    public async Task A_server_that_cannot_prove_itself_gets_nothing()
    {
        using var certificate = Authority.SelfSigned();
        await using var server = MemberServer.Tls(certificate, Response(""));

        var outcome = await Host.Get<IPushClient>().DeliverAsync(server.Address, Envelope(), CancellationToken.None);

        Assert.Equal((PushResult.NotReachable, "CertificateSelfSigned", ""), (outcome.Result, outcome.Code, outcome.Request));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_time_is_not_reachable()
    {
        using var certificate = Authority.Server();
        await using var server = MemberServer.Tls(certificate, null, Authority.Middle);

        var outcome = await AfterLimitAsync(
            server, Host.Get<IPushClient>().DeliverAsync(server.Address, Envelope(), CancellationToken.None));

        Assert.Equal((PushResult.NotReachable, "TimedOut"), (outcome.Result, outcome.Code));
        Assert.NotEmpty(outcome.Request);
    }

    [Theory]
    [InlineData("no address at all", "NotHttps")]
    [InlineData("http://ephyto.member.org/hub", "NotHttps")]
    [InlineData("https://ephyto.member.org:25/hub", "PortNotAllowed")]
    public async Task An_address_that_may_not_be_called_is_not(string address, string code)
    {
        var outcome = await Host.Get<IPushClient>().DeliverAsync(address, Envelope(), CancellationToken.None);

        Assert.Equal((PushResult.NotAllowed, code, 0), (outcome.Result, outcome.Code, Names.Asked));
    }

    [Fact]
    public async Task Nobody_there_is_not_reachable()
    {
        Names.Answers[0] = [];

        Assert.Equal(PushResult.NotReachable,
            (await Host.Get<IPushClient>().DeliverAsync("https://ephyto.member.org/hub", Envelope(), CancellationToken.None)).Result);
    }

    /// <summary>The caller goes away: that is no outcome.</summary>
    [Fact]
    public async Task Who_does_not_want_to_wait_any_more_need_not()
    {
        await using var server = MemberServer.Mute();
        using CancellationTokenSource patience = new();
        var call = Host.Get<IPushClient>().DeliverAsync(server.Address, Envelope(), patience.Token);
        await server.Heard;

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    private SandboxEnvelope Envelope()
    {
        var now = Host.Time.GetUtcNow().UtcDateTime;
        var envelope = SandboxEnvelope.Send(new("XA", "LK2", 851, 70, "SAMPLE-1"), EnvelopeForm.Text, Content, 100, now);
        envelope.Forward(new("LK3", "17"), isInstead: false, now);
        return envelope;
    }

    private static byte[] Response(string header) =>
        MemberServer.Http(200, MemberServer.Soap(Answered.Replace("{0}", header, StringComparison.Ordinal)));

    private static XElement BodyOf(string request) =>
        XElement.Parse(request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..], LoadOptions.PreserveWhitespace)
            .Element(HubNames.Soap + "Body")!.Elements().Single();
}
