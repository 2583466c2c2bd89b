using Ephyto.AdminConsole.Features.Sandbox.ConnectionTest;
using Ephyto.AdminConsole.Features.Sandbox.ConnectionTest.UseCases;
using Ephyto.AdminConsole.Tests.Features.Sandbox.Outgoing;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.ConnectionTest;

/// <summary>Who tests a connection, which address is called, and how often.</summary>
public sealed class TestConnectionTests : OutgoingWorld
{
    [Fact]
    public async Task The_address_of_the_connection_is_called()
    {
        using var certificate = Authority.Server();
        await using var server = MemberServer.Tls(certificate, MemberServer.Http(500, MemberServer.Fault("no")), Authority.Middle);
        var (nppoId, actor) = await MemberAsync();
        var connection = await ConnectionAsync(nppoId, server.Address);

        var tested = await CallAsync(new(nppoId, connection), actor);

        Assert.Equal((server.Address, TestOutcome.Passed), (tested.Value.Address, tested.Value.Outcome));
    }

    [Fact]
    public async Task A_connection_of_somebody_else_is_not_found_and_one_without_address_is_said()
    {
        var (nppoId, actor) = await MemberAsync();
        var pull = await ConnectionAsync(nppoId, null);
        var (other, _) = await MemberAsync("GH");
        var foreign = await ConnectionAsync(other, "https://ephyto.member.org/hub", "GH");

        Assert.Equal(ConnectionTestErrors.NothingToCall, (await CallAsync(new(nppoId, pull), actor)).Error);
        Assert.Equal(AccessErrors.NotFound, (await CallAsync(new(nppoId, foreign), actor)).Error);
        Assert.Equal(0, Names.Asked);
    }

    [Fact]
    public async Task An_organization_tests_three_times_in_an_hour_here_and_no_more()
    {
        await using var server = MemberServer.Raw([]);
        var (nppoId, actor) = await MemberAsync();
        var connection = await ConnectionAsync(nppoId, server.Address);
        for (var i = 0; i < 3; i++) Assert.True((await CallAsync(new(nppoId, connection), actor)).IsSuccess);

        Assert.Equal(ConnectionTestErrors.TooManyTests, (await CallAsync(new(nppoId, connection), actor)).Error);
        Assert.Equal(3, server.Connections);
        Host.Time.Advance(TimeSpan.FromHours(1));
        Assert.True((await CallAsync(new(nppoId, connection), actor)).IsSuccess);
    }

    [Fact]
    public async Task One_test_runs_at_a_time()
    {
        await using var server = MemberServer.Mute();
        var (nppoId, actor) = await MemberAsync();
        var connection = await ConnectionAsync(nppoId, server.Address);
        var first = CallAsync(new(nppoId, connection), actor);
        await server.Heard.WaitAsync(Patience.Usual);

        Assert.Equal(ConnectionTestErrors.Running, (await CallAsync(new(nppoId, connection), actor)).Error);
        Assert.True((await AfterLimitAsync(server, first)).IsSuccess);
    }

    [Fact]
    public async Task Nobody_is_called_where_there_is_no_sandbox()
    {
        await using var host = await ConsoleHost.StartAsync(
            settings: new Dictionary<string, string?> { ["Sandbox:Enabled"] = "false" });
        var (nppo, _) = await host.ConfirmedNppoAsync();
        var actor = await host.ActiveMemberAsync(nppo.Id, NppoRole.Integrator, "integrator@example.org");
        var connection = Connection.Add(
            nppo.Id, "CI", 0, SettingsOf("https://ephyto.member.org/hub"), Guid.NewGuid(), host.Now()).Value;
        await host.AddAsync(connection);

        var tested = await host.Get<TestConnection>().HandleAsync(new(nppo.Id, connection.Id), actor, default);

        Assert.Equal(SandboxErrors.Off, tested.Error);
    }

    private async Task<(Guid NppoId, Actor Actor)> MemberAsync(string country = "CI")
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync(country, Given.Awa with { Email = $"awa@{country}.example.org" });
        return (nppo.Id, await Host.ActiveMemberAsync(nppo.Id, NppoRole.Integrator, $"integrator@{country}.example.org"));
    }

    private async Task<Guid> ConnectionAsync(Guid nppoId, string? address, string country = "CI")
    {
        var connection = Connection.Add(nppoId, country, 0, SettingsOf(address), Guid.NewGuid(), Host.Now()).Value;
        await Host.AddAsync(connection);
        return connection.Id;
    }

    private static ConnectionSettings SettingsOf(string? address) => ConnectionSettings.Nothing with
    {
        Receive = true,
        Allowed = [new(PhytoType.Phytosanitary, PhytoStatus.Issued)],
        Delivery = address is null ? DeliveryMode.Pull : DeliveryMode.Push,
        Endpoint = address,
    };

    private Task<Result<TestedAddress>> CallAsync(TestConnectionRequest request, Actor actor) =>
        Host.CallAsync<TestConnection, Result<TestedAddress>>(test =>
            test.HandleAsync(request, actor, CancellationToken.None));
}
