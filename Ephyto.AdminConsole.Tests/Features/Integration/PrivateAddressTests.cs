using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Connections;

namespace Ephyto.AdminConsole.Tests.Features.Integration;

/// <summary>Who develops names a receiver on the same machine; nobody else does.</summary>
public sealed class PrivateAddressTests
{
    [Theory]
    [InlineData("https://127.0.0.1:5454/hub", true)]
    [InlineData("https://localhost:5454/hub", true)]
    [InlineData("https://[::1]:5454/hub", true)]
    [InlineData("https://127.0.0.1:5454/hub", false)]
    [InlineData("https://localhost:5454/hub", false)]
    [InlineData("https://[::1]:5454/hub", false)]
    public async Task A_receiver_on_the_same_machine_is_taken_where_private_addresses_are_allowed(string address, bool isAllowed)
    {
        await using var host = await ConsoleHost.StartAsync(DatabaseKind.Sqlite, new Dictionary<string, string?>
        {
            ["Sandbox:AllowPrivateAddresses"] = isAllowed ? "true" : "false",
        });
        var nppo = (await host.ConfirmedNppoAsync()).Nppo.Id;
        var boss = await host.ActiveMemberAsync(nppo, NppoRole.Administrator, "boss@example.org");
        var settings = new ConnectionSettings(
            true, true, DeliveryMode.Push, address, [new(PhytoType.Phytosanitary, PhytoStatus.Issued)], []);

        var saved = await host.Get<SaveConnection>().HandleAsync(new(nppo, null, 0, settings), boss, default);

        Assert.Equal(isAllowed ? null : ConnectionErrors.EndpointNotPublic, saved.Error);
        if (!isAllowed) return;
        Assert.Null((await host.Get<SaveConnection>().HandleAsync(new(nppo, saved.Value, 1, settings), boss, default)).Error);
        foreach (var nearby in (string[])["https://169.254.169.254/", "https://169.254.169.254.:5454/", "https://[fe80::1]:5454/",
            "https://[::ffff:169.254.169.254]/"])
        {
            var changed = settings with { Endpoint = nearby };
            Assert.Equal(ConnectionErrors.EndpointNotPublic,
                (await host.Get<SaveConnection>().HandleAsync(new(nppo, saved.Value, 2, changed), boss, default)).Error);
        }
    }
}
