using Ephyto.AdminConsole.Features.Sandbox.Push;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Push;

/// <summary>What waits for an address that is not called for a while.</summary>
public abstract class PushWaitTests(DatabaseKind kind) : PushWorld(kind)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_is_suspended_or_set_to_fetch_for_a_while_is_called_when_that_is_over(bool suspended)
    {
        var number = (await Kenya.SendAsync(Host, "GH"))["hubDeliveryNumber"];
        await SetAsync(false);
        for (var run = 0; run < PushSchedule.MostAttempts + 2; run++)
        {
            await RunAsync();
            Host.Time.Advance(AboveAMinute);
        }

        Assert.Empty(Members.All);
        var kept = await Host.StoreAsync(db => db.Set<SandboxPush>().SingleAsync());
        Assert.Equal((number, 0), (kept.TrackingNumber, kept.Attempts));
        await SetAsync(true);
        await RunAsync();
        Assert.Equal(number, Assert.Single(Members.All).Number);
        Assert.Equal(0, await WaitingAsync());

        Task<int> SetAsync(bool isCalled) => Host.StoreAsync(async db =>
        {
            if (suspended)
            {
                var nppo = await db.Set<Nppo>().SingleAsync(each => each.Id == Ghana.NppoId);
                Assert.True((isCalled
                    ? nppo.Reactivate(Actor.System, Host.Now()) : nppo.Suspend("Fees", Actor.System, Host.Now())).IsSuccess);
            }
            else
            {
                var connection = await db.Set<Connection>().SingleAsync(each => each.NppoId == Ghana.NppoId);
                Assert.True(connection.Change(isCalled
                    ? CallingSystem.Everything with { Delivery = DeliveryMode.Push, Endpoint = Address }
                    : CallingSystem.Everything, Guid.NewGuid(), Host.Now()).IsSuccess);
            }

            return await db.SaveChangesAsync();
        });
    }
}

public sealed class PushWaitOnSqliteTests() : PushWaitTests(DatabaseKind.Sqlite);

public sealed class PushWaitOnPostgreSqlTests() : PushWaitTests(DatabaseKind.PostgreSql);
