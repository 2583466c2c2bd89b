using Ephyto.AdminConsole.Features.Sandbox.Server;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox;

/// <summary>Two nodes beside each other.</summary>
public sealed class SandboxNodesTests
{
    [Fact]
    public async Task A_call_on_one_node_is_told_on_the_other_and_both_show_one_certificate()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);
        await using var first = await ConsoleHost.StartOnAsync(database);
        await using var second = await ConsoleHost.StartOnAsync(database);
        var identities = await Task.WhenAll(
            first.Get<ServerIdentity>().TakeAsync(default), second.Get<ServerIdentity>().TakeAsync(default));
        Assert.Equal(identities[0].Thumbprint, identities[1].Thumbprint);

        var system = await CallingSystem.SetUpAsync(first, "KE");
        var mark = second.Get<ILiveEvents>().Mark();
        var number = (await system.SendAsync(first, "KE"))["hubDeliveryNumber"];

        await Eventually.TrueAsync(
            () => second.Get<ILiveEvents>().HasToldSince(mark, [new(SubjectKinds.Sandbox, system.NppoId)]), "news on the other node");
        Assert.Equal("<a/>", (await system.CallAsync(second, Soap.Numbered("PULLSingleImportEnvelope", number)))["Content"]);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Calls_at_the_same_moment_lose_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var first = await ConsoleHost.StartOnAsync(database);
        await using var second = await ConsoleHost.StartOnAsync(database);
        var (kenya, ghana) = (await CallingSystem.SetUpAsync(first, "KE"), await CallingSystem.SetUpAsync(first, "GH"));

        var sent = await Task.WhenAll(Enumerable.Range(0, 20).Select(each =>
            each % 2 == 0 ? SendAsync(kenya, "GH", each) : SendAsync(ghana, "KE", each)));

        Assert.All(sent, answer => Assert.Equal("PendingDelivery", answer["HUBTrackingInfo"]));
        Assert.Equal(20, await first.StoreAsync(db => db.Set<SandboxEnvelope>().Select(e => e.TrackingNumber).Distinct().CountAsync()));
        Assert.Equal(20, await first.StoreAsync(db => db.Set<SandboxCall>().CountAsync()));
        Assert.Equal([(SandboxFirst.CertificateUsed, 2), (SandboxFirst.ConnectionAnswered, 2), (SandboxFirst.Sent, 2)],
            (await first.StoreAsync(db => db.Set<SandboxMilestone>().Select(m => m.Kind).ToListAsync())).CountBy(kind => kind)
                .OrderBy(kind => kind.Key).Select(kind => (kind.Key, kind.Value)));

        Task<SoapAnswer> SendAsync(CallingSystem system, string to, int each) => system.SendAsync(
            each % 3 == 0 ? first : second, to, system.CertificateFor(first, to));
    }
}
