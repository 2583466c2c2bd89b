using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Sandbox.Calls;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox;

/// <summary>Where one writes at a time, calls wait for each other without a limit and without a thread.</summary>
public sealed class SandboxTurnsTests
{
    [Fact]
    public async Task Everybody_is_answered_however_long_the_one_before_takes()
    {
        await using var host = await ConsoleHost.StartAsync(
            DatabaseKind.Sqlite, new Dictionary<string, string?> { ["Database:BusySeconds"] = "1" });
        List<CallingSystem> systems = [];
        foreach (var country in new[] { "KE", "GH", "CI", "PE", "BO" }) systems.Add(await CallingSystem.SetUpAsync(host, country));
        List<Task<SoapAnswer>> waiting;
        var ct = TestContext.Current.CancellationToken;
        await using (var db = await host.Get<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync(ct))
        await using (await host.Get<SandboxTurns>().BeginAsync(db, null, ct))
        {
            // Without turns each of them would keep this thread until its second is over, and then fail.
            waiting = [.. systems.Select(system => system.CallAsync(host, Soap.Empty("GetProfile")))];
            Assert.All(waiting, call => Assert.False(call.IsCompleted));
        }

        foreach (var call in waiting) Assert.Null((await call).Fault);
        Assert.Equal(systems.Count, await host.StoreAsync(db => db.Set<SandboxCall>().CountAsync()));
    }
}
