using System.Net;
using System.Net.Sockets;
using Ephyto.AdminConsole.Features.Sandbox.Outgoing;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.Domain.Common;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Outgoing;

/// <summary>What is never called, however an address is written and whatever a name says.</summary>
public sealed class SafeDialerTests
{
    private readonly OutgoingWorld.FakeNames _names = new();

    [Theory]
    [InlineData("http://member.example.com/hub")]
    [InlineData("ftp://member.example.com/hub")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:secret@member.example.com/hub")]
    public async Task Only_https_without_a_user_is_called(string address) =>
        Assert.Equal((OutgoingStage.Written, "NotHttps"), await FailureAsync(address));

    [Theory]
    [InlineData(22)]
    [InlineData(25)]
    [InlineData(80)]
    [InlineData(1023)]
    public async Task A_port_of_another_service_is_not_called(int port) =>
        Assert.Equal((OutgoingStage.Written, "PortNotAllowed"), await FailureAsync($"https://member.example.com:{port}/hub"));

    [Theory]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://0177.0.0.1/")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:10.0.0.1]/")]
    [InlineData("https://[fe80::1]/")]
    public async Task An_address_written_in_numbers_is_looked_at_like_any_other(string address)
    {
        Assert.Equal((OutgoingStage.Address, "AddressNotPublic"), await FailureAsync(address));
        Assert.Equal(0, _names.Asked);
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("1.1.1.1", "192.168.0.1")]
    [InlineData("2606:4700:4700::1111", "::ffff:127.0.0.1")]
    public async Task A_name_of_which_one_address_is_not_public_is_not_called(params string[] addresses)
    {
        _names.Answers[0] = [.. addresses.Select(address => IPAddress.Parse(address))];

        Assert.Equal((OutgoingStage.Address, "AddressNotPublic"), await FailureAsync("https://member.example.com/hub"));
    }

    [Fact]
    public async Task A_name_without_address_is_not_known()
    {
        _names.Answers[0] = [];

        Assert.Equal((OutgoingStage.Name, "NameUnknown"), await FailureAsync("https://member.example.com/hub"));
    }

    /// <summary>A name that leads elsewhere when it is asked for again leads nobody anywhere: it is not asked again.</summary>
    [Fact]
    public async Task The_address_that_was_looked_at_is_the_one_that_is_connected_to()
    {
        using MadeAuthority authority = new(DateTimeOffset.UtcNow);
        using var certificate = authority.Server();
        await using var server = MemberServer.Tls(certificate, MemberServer.Http(200, MemberServer.Soap("<a/>")), authority.Middle);
        _names.Answers.Add([IPAddress.Parse("127.0.0.2")]);
        var options = Options.Create(new OutgoingOptions { TrustedAuthorities = authority.Path });
        Assert.True(ForeignUri.TryRead(server.Address, out var address));

        var networks = Options.Create(new CalledNetworkOptions { AllowPrivateAddresses = true });
        await using var line = await new SafeDialer(_names, options, networks, TimeProvider.System)
            .DialAsync(address, null, CancellationToken.None);
        var answer = await new OutgoingCalls(options, TimeProvider.System)
            .SendAsync(line, address, "action", "<a/>"u8.ToArray(), CancellationToken.None);

        Assert.Null(line.Proof.Refuse(address.IdnHost, DateTime.UtcNow));
        Assert.Equal((IPAddress.Loopback, "a"), (line.Reached.Address, answer.Body!.Name.LocalName));
        Assert.Equal((1, 1), (_names.Asked, server.Connections));
        Assert.Contains("SOAPAction: \"action\"", Assert.Single(server.Requests), StringComparison.Ordinal);
        // The connection is used up: whatever follows does not open another one.
        Assert.Equal("AnswerBroken", (await Assert.ThrowsAsync<OutgoingException>(() => new OutgoingCalls(options, TimeProvider.System)
            .SendAsync(line, address, "action", "<a/>"u8.ToArray(), CancellationToken.None))).Code);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task An_address_that_does_not_answer_leaves_time_for_the_next_one()
    {
        using MadeAuthority authority = new(DateTimeOffset.UtcNow);
        using var certificate = authority.Server();
        await using var server = MemberServer.Tls(certificate, MemberServer.Http(200, MemberServer.Soap("<a/>")), authority.Middle);
        // Whoever listens and takes nobody in leaves the one after those that wait without an answer.
        using TcpListener full = new(IPAddress.Parse("127.0.0.2"), server.Port);
        full.Start(0);
        using TcpClient waiting = new(), next = new();
        await waiting.ConnectAsync(IPAddress.Parse("127.0.0.2"), server.Port);
        _ = next.ConnectAsync(IPAddress.Parse("127.0.0.2"), server.Port);
        _names.Answers[0] = [IPAddress.Parse("127.0.0.2"), IPAddress.Loopback];
        var options = Options.Create(new OutgoingOptions { TrustedAuthorities = authority.Path, CallSeconds = 6 });
        var networks = Options.Create(new CalledNetworkOptions { AllowPrivateAddresses = true });
        Assert.True(ForeignUri.TryRead(server.Address, out var address));

        await using var line = await new SafeDialer(_names, options, networks, TimeProvider.System)
            .DialAsync(address, null, CancellationToken.None);

        Assert.Equal(IPAddress.Loopback, line.Reached.Address);
        Assert.InRange(line.Times.Tcp, TimeSpan.FromSeconds(1.9), TimeSpan.FromSeconds(4));
    }

    [Theory]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://[::ffff:169.254.169.254]/")]
    [InlineData("https://[fe80::1]/")]
    public async Task What_only_the_next_cable_knows_is_not_called_where_private_addresses_are_either(string address) =>
        Assert.Equal((OutgoingStage.Address, "AddressNotPublic"), await FailureAsync(address, allowPrivate: true));

    private async Task<(OutgoingStage, string)> FailureAsync(string address, bool allowPrivate = false)
    {
        Assert.True(ForeignUri.TryRead(address, out var uri));
        var networks = Options.Create(new CalledNetworkOptions { AllowPrivateAddresses = allowPrivate });
        SafeDialer dialer = new(_names, Options.Create(new OutgoingOptions()), networks, TimeProvider.System);
        var failed = await Assert.ThrowsAsync<OutgoingException>(() => dialer.DialAsync(uri, null, CancellationToken.None));
        return (failed.Stage, failed.Code);
    }
}
