using System.Security.Authentication;
using System.Security.Cryptography;
using Ephyto.AdminConsole.Features.Sandbox.ConnectionTest;
using Ephyto.AdminConsole.Features.Sandbox.Outgoing;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Features.Sandbox.Outgoing;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.ConnectionTest;

/// <summary>The test of an address, against servers that behave as servers of members do.</summary>
public sealed class AddressTestTests : OutgoingWorld
{
    private static readonly byte[] Fault = MemberServer.Http(500, MemberServer.Fault("Unknown operation"));

    [Fact]
    public async Task An_address_with_which_all_is_well_passes_every_step()
    {
        using var certificate = Authority.Server();
        await using var server = MemberServer.Tls(certificate, Fault, Authority.Middle);

        var tested = await RunAsync(server);

        Assert.Equal(Enum.GetValues<TestStep>(), tested.Steps.Select(step => step.Step));
        Assert.All(tested.Steps, step => Assert.Equal((step.Step, TestOutcome.Passed), (step.Step, step.Outcome)));
        Assert.Equal("Unknown operation", Assert.Single(tested.Steps[^1].Arguments));
        Assert.Equal(["200"], StepOf(tested, TestStep.Validity).Arguments);
        var own = await Host.Get<HubClientCertificate>().GetAsync(CancellationToken.None);
        Assert.Equal(own.GetCertHashString(HashAlgorithmName.SHA256), server.Shown);
        Assert.Contains("GetProfile", Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.NotNull(StepOf(tested, TestStep.Tcp).Took);
    }

    [Theory]
    [InlineData("expired", "Validity", "CertificateExpired")]
    [InlineData("early", "Validity", "CertificateNotYetValid")]
    [InlineData("other name", "HostName", "CertificateOfOtherName")]
    [InlineData("self-signed", "Chain", "CertificateSelfSigned")]
    [InlineData("stranger", "Chain", "CertificateUntrusted")]
    [InlineData("no chain", "Chain", "ChainIncomplete")]
    public async Task A_certificate_that_the_Hub_would_not_take_is_told_and_nothing_is_sent(string what, string step, string code)
    {
        using MadeAuthority stranger = new(Host.Time.GetUtcNow());
        using var certificate = what switch
        {
            "expired" => Authority.Server(from: -100, days: -2),
            "early" => Authority.Server(from: 2, days: 100),
            "other name" => Authority.Server("other.member.org"),
            "self-signed" => Authority.SelfSigned(),
            "stranger" => stranger.Server(issuer: stranger.Root),
            _ => Authority.Server(),
        };
        await using var server = MemberServer.Tls(certificate, Fault, what is "no chain" or "self-signed" ? null
            : what == "stranger" ? stranger.Root : Authority.Middle);

        var tested = await RunAsync(server);

        Assert.Equal((Enum.Parse<TestStep>(step), code), Failure(tested));
        AssertEachSaysWhatItMet(tested, server);
        Assert.Equal(("Tls", "1.3"), (StepOf(tested, TestStep.Tls).Code, Assert.Single(StepOf(tested, TestStep.Tls).Arguments)));
        Assert.Equal("ClientCertificate", StepOf(tested, TestStep.ClientCertificate).Code);
        Assert.Equal(TestOutcome.NotReached, StepOf(tested, TestStep.Answer).Outcome);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_certificate_that_ends_soon_is_warned_of_also_where_nobody_trusts_it()
    {
        using MadeAuthority stranger = new(Host.Time.GetUtcNow());
        using var certificate = stranger.Server(days: 10, issuer: stranger.Root);
        await using var server = MemberServer.Tls(certificate, Fault, stranger.Root);

        var tested = await RunAsync(server);

        Assert.Equal((TestStep.Chain, "CertificateUntrusted"), Failure(tested));
        Assert.Equal(("ValidityEnds", "10"), (StepOf(tested, TestStep.Validity).Code, StepOf(tested, TestStep.Validity).Arguments[0]));
        Assert.Equal("HostName", StepOf(tested, TestStep.HostName).Code);
    }

    [Fact]
    public async Task What_is_wrong_in_several_ways_is_told_in_all_of_them()
    {
        using var certificate = Authority.Server("other.member.org", from: -100, days: -2);
        await using var server = MemberServer.Tls(certificate, Fault, Authority.Middle);

        var tested = await RunAsync(server);

        Assert.Equal([TestStep.HostName, TestStep.Validity],
            tested.Steps.Where(step => step.Outcome == TestOutcome.Failed).Select(step => step.Step));
    }

    [Fact]
    public async Task A_certificate_that_ends_soon_and_a_server_that_lets_anybody_in_are_warned_of()
    {
        using var certificate = Authority.Server(days: 10);
        await using var server = MemberServer.Tls(certificate, Fault, Authority.Middle, asks: false);

        var tested = await RunAsync(server);

        Assert.Equal(["ValidityEnds", "ClientCertificateNotAsked"],
            tested.Steps.Where(step => step.Outcome == TestOutcome.Warned).Select(step => step.Code));
        Assert.Equal(TestOutcome.Warned, tested.Outcome);
    }

    [Theory]
    [InlineData(SslProtocols.Tls12 | SslProtocols.Tls13, "TlsAlso", "1.3", "1.2")]
    [InlineData(SslProtocols.Tls13, "TlsAlone", "1.3", "1.2")]
    [InlineData(SslProtocols.Tls12, "TlsAlone", "1.2", "1.3")]
    public async Task Which_versions_of_TLS_the_server_takes_is_told(SslProtocols versions, string code, string spoken, string other)
    {
        using var certificate = Authority.Server();
        await using var server = MemberServer.Tls(certificate, Fault, Authority.Middle, versions: versions);

        var step = StepOf(await RunAsync(server), TestStep.Tls);

        Assert.Equal((TestOutcome.Passed, code), (step.Outcome, step.Code));
        Assert.Equal([spoken, other], step.Arguments);
        Assert.NotNull(step.Took);
        Assert.Single(server.Requests);
    }

    public static TheoryData<string, byte[]> OddServers => new()
    {
        // An alert of TLS 1.0: "protocol version". Then: "handshake failure".
        { "TlsOld", [0x15, 3, 1, 0, 2, 2, 70] },
        { "TlsAlert", [0x15, 3, 3, 0, 2, 2, 40] },
        // A ServerHello that chooses TLS 1.1.
        { "TlsOld", [0x16, 3, 2, 0, 42, 2, 0, 0, 38, 3, 2, .. new byte[32], 0, 0xC0, 0x13, 0] },
        { "NotTls", [.. "HTTP/1.1 400 Bad Request\r\n\r\n"u8] },
        { "NotTls", [.. "220 mail.example.org ESMTP\r\n"u8] },
        { "TlsClosed", [] },
    };

    [Theory]
    [MemberData(nameof(OddServers), DisableDiscoveryEnumeration = true)]
    public async Task A_server_that_speaks_no_TLS_or_an_old_one_is_told_apart(string code, byte[] answer)
    {
        await using var server = MemberServer.Raw(answer);

        var tested = await RunAsync(server);

        Assert.Equal((TestStep.Tls, code), Failure(tested));
        AssertEachSaysWhatItMet(tested, server);
    }

    [Fact]
    public async Task Nobody_listens()
    {
        var server = MemberServer.Raw([]);
        var address = server.Address;
        await server.DisposeAsync();

        var tested = await Host.Get<AddressTest>().RunAsync(address, CancellationToken.None);

        Assert.Equal((TestStep.Tcp, "TcpRefused"), Failure(tested));
        Assert.All([TestStep.Name, TestStep.Tcp], step => Assert.NotNull(StepOf(tested, step).Took));
        Assert.Equal(["Written", "Name", "Address"], tested.Steps.Take(3).Select(step => step.Code));
        Assert.Equal("127.0.0.1", Assert.Single(StepOf(tested, TestStep.Address).Arguments));
    }

    [Fact]
    public async Task A_server_that_takes_the_connection_and_says_nothing_is_given_up()
    {
        await using var server = MemberServer.Mute();

        var tested = await AfterLimitAsync(server, RunAsync(server));
        Assert.Equal((TestStep.Tls, "TimedOut"), Failure(tested));
        Assert.All([TestStep.Name, TestStep.Tcp, TestStep.Tls], step => Assert.NotNull(StepOf(tested, step).Took));
    }

    [Fact]
    public async Task A_server_that_takes_the_request_and_says_nothing_is_given_up()
    {
        using var certificate = Authority.Server();
        await using var server = MemberServer.Tls(certificate, null, Authority.Middle);

        var tested = await AfterLimitAsync(server, RunAsync(server));
        Assert.Equal((TestStep.Answer, "TimedOut"), Failure(tested));
        Assert.NotNull(StepOf(tested, TestStep.Answer).Took);
    }

    public static TheoryData<string, byte[]> Answers => new()
    {
        { "Redirected", MemberServer.Http(302, "", "Location: https://127.0.0.1/\r\n") },
        { "AnswerForbidden", MemberServer.Http(403, "<html>Forbidden</html>") },
        { "AnswerStatus", MemberServer.Http(404, "Not found") },
        { "AnswerNotXml", MemberServer.Http(200, "{\"ok\":true}") },
        { "AnswerNotXml", MemberServer.Http(200, "") },
        { "AnswerNotXml", MemberServer.Http(200, "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>") },
        { "AnswerNotXml", MemberServer.Http(200, string.Concat(Enumerable.Repeat("<a>", 10_000))) },
        { "AnswerNotSoap", MemberServer.Http(200, "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>") },
        { "AnswerTooLarge", MemberServer.Http(200, new string(' ', 70_000)) },
        { "AnswerBroken", MemberServer.Http(200, "", $"X: {new string('x', 40_000)}\r\n") },
        { "AnswerBroken", [.. "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<a>"u8] },
        { "AnswerBroken", [.. "SSH-2.0-OpenSSH\r\n"u8] },
    };

    [Theory]
    [MemberData(nameof(Answers), DisableDiscoveryEnumeration = true)]
    public async Task An_answer_that_is_none_in_SOAP_fails(string code, byte[] answer)
    {
        using var certificate = Authority.Server();
        await using var server = MemberServer.Tls(certificate, answer, Authority.Middle);

        Assert.Equal((TestStep.Answer, code), Failure(await RunAsync(server)));
        Assert.Equal(1, server.Connections);
    }

    /// <summary>Every step, whatever it met, in each language; the codes stand in the tests above.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Each_step_is_said_in_a_sentence(string language)
    {
        using var certificate = Authority.Server("other.member.org");
        await using var server = MemberServer.Tls(certificate, Fault, Authority.Middle);
        var tested = await RunAsync(server);

        using var _ = CultureScope.Enter(language);
        var words = Host.Get<ConnectionTestWords>();
        Assert.All(tested.Steps, step =>
        {
            Assert.Matches("^[^{}]+\\.$", words.Of(step));
            Assert.DoesNotMatch("Step_|Outcome_", words.NameOf(step.Step) + words.NameOf(step.Outcome));
            Assert.DoesNotContain("Met_", words.Of(step), StringComparison.Ordinal);
            Assert.Matches(step.Outcome == TestOutcome.NotReached ? "^$" : "^[^_{}]+$", words.TookOf(step));
        });
    }

    private Task<TestedAddress> RunAsync(MemberServer server) => Host.Get<AddressTest>().RunAsync(server.Address, CancellationToken.None);

    private static void AssertEachSaysWhatItMet(TestedAddress tested, MemberServer server)
    {
        var passed = tested.Steps.TakeWhile(step => step.Step <= TestStep.Tcp).ToList();
        Assert.All(passed, step => Assert.Equal((TestOutcome.Passed, $"{step.Step}"), (step.Outcome, step.Code)));
        Assert.Equal("127.0.0.1", Assert.Single(passed[^2].Arguments));
        Assert.Equal($"127.0.0.1:{new Uri(server.Address).Port}", Assert.Single(passed[^1].Arguments));
    }

    private static TestedStep StepOf(TestedAddress tested, TestStep step) => tested.Steps.Single(one => one.Step == step);

    private static (TestStep, string) Failure(TestedAddress tested)
    {
        var failed = tested.Steps.First(step => step.Outcome == TestOutcome.Failed);
        return (failed.Step, failed.Code);
    }
}
