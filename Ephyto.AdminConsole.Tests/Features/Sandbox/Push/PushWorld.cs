using Ephyto.AdminConsole.Features.Sandbox.Push;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Push;

/// <summary>Ghana receives by push at an address that answers as the test says; Kenya fetches.</summary>
public abstract class PushWorld(DatabaseKind kind) : IAsyncLifetime
{
    private protected const string Address = "https://ephyto.member.org/hub";
    private protected static readonly TimeSpan AboveAMinute = TimeSpan.FromSeconds(70);

    private protected ScriptedMembers Members { get; } = new();

    private protected CallingSystem Kenya { get; private set; } = null!;

    private protected CallingSystem Ghana { get; private set; } = null!;

    private protected ConsoleHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await ConsoleHost.StartAsync(
            kind, null, services => services.Replace(ServiceDescriptor.Singleton<IPushClient>(Members)));
        Kenya = await CallingSystem.SetUpAsync(Host, "KE");
        Ghana = await CallingSystem.SetUpAsync(
            Host, "GH", CallingSystem.Everything with { Delivery = DeliveryMode.Push, Endpoint = Address });
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected Task RunAsync() => Host.Get<PushClock>().CallAsync(default);

    private protected Task<SoapAnswer> TrackAsync(string number) => Kenya.CallAsync(Host, Soap.Numbered("GetEnvelopeTrackingInfo", number));

    private protected Task<int> WaitingAsync() => Host.StoreAsync(db => db.Set<SandboxPush>().CountAsync());

    private protected Task<List<SandboxCall>> CallsAsync() => Host.StoreAsync(db =>
        db.Set<SandboxCall>().Where(call => call.Direction == SandboxDirection.Out).OrderBy(call => call.At).ToListAsync());

    private protected Task<List<SandboxFirst>> FirstsAsync() => Host.StoreAsync(db =>
        db.Set<SandboxMilestone>().Where(first => first.NppoId == Ghana.NppoId).Select(first => first.Kind).ToListAsync());
}
