using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Push;

/// <summary>Nobody is set live without knowing whether the address of a connection takes what it is called for.</summary>
public abstract class UntriedAddressTests(DatabaseKind kind) : PushWorld(kind)
{
    [Fact]
    public async Task An_address_is_told_until_it_takes_a_call_and_again_after_it_changed()
    {
        var hub = await Host.AppointAsync(HubRole.HubAdministrator);
        Assert.Empty(await UntriedAsync(Kenya, hub));
        Assert.Equal(("GH", null), Assert.Single(await UntriedAsync(Ghana, hub)));

        Members.Answers = _ => Task.FromResult(ScriptedMembers.Away);
        await Kenya.SendAsync(Host, "GH", Kenya.CertificateFor(Host, "GH"));
        await RunAsync();
        Assert.Equal(("GH", (DateTime?)Host.Now()), Assert.Single(await UntriedAsync(Ghana, hub)));

        Members.Answers = _ => Task.FromResult(ScriptedMembers.Taken);
        Host.Time.Advance(AboveAMinute);
        await RunAsync();
        Assert.Empty(await UntriedAsync(Ghana, hub));

        Host.Time.Advance(AboveAMinute);
        var connection = await Host.StoreAsync(db => Task.FromResult(db.Set<Connection>().Single(one => one.Code == "GH")));
        await Host.ChangeAsync(connection, one => one.Change(
            one.Settings with { Endpoint = "https://other.member.org/hub" }, Guid.NewGuid(), Host.Now()));
        Assert.Equal(("GH", null), Assert.Single(await UntriedAsync(Ghana, hub)));
    }

    private async Task<List<(string, DateTime?)>> UntriedAsync(CallingSystem system, Actor reader) =>
        [.. (await Host.Get<ViewIntegration>().HandleAsync(system.NppoId, reader, default)).Value.Untried
            .Select(one => (one.Connection, one.FailedAt))];
}

public sealed class UntriedAddressOnSqliteTests() : UntriedAddressTests(DatabaseKind.Sqlite);

public sealed class UntriedAddressOnPostgreSqlTests() : UntriedAddressTests(DatabaseKind.PostgreSql);
