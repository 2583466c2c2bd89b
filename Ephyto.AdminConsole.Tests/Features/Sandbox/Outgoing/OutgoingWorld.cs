using System.Net;
using Ephyto.AdminConsole.Features.Sandbox.Outgoing;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Outgoing;

/// <summary>A console that calls servers on loopback under a name of the public network, and trusts an authority of the test.</summary>
public abstract class OutgoingWorld : IAsyncLifetime
{
    private protected FakeNames Names { get; } = new();

    private protected ConsoleHost Host { get; private set; } = null!;

    private protected MadeAuthority Authority { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public async ValueTask InitializeAsync() => Host = await ConsoleHost.StartAsync(DatabaseKind.Sqlite, new Dictionary<string, string?>
    {
        ["Sandbox:AllowPrivateAddresses"] = "true",
        ["Sandbox:TrustedAuthorities"] = Authority.Path,
        ["Sandbox:AnswerKilobytes"] = "64",
        ["Sandbox:TestsPerHour"] = "3",
    }, services => services.Replace(ServiceDescriptor.Singleton<IHostNames>(Names)));

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Authority.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets the time pass that a call is given, once the server has heard it.</summary>
    private protected async Task<T> AfterLimitAsync<T>(MemberServer server, Task<T> call)
    {
        await server.Heard.WaitAsync(Patience.Usual);
        Host.Time.Advance(TimeSpan.FromSeconds(31));
        return await call.WaitAsync(Patience.Usual);
    }

    /// <summary>Answers as it is told, and counts.</summary>
    internal sealed class FakeNames : IHostNames
    {
        /// <summary>What each question gets; the last one stays.</summary>
        public List<IReadOnlyList<IPAddress>> Answers { get; } = [[IPAddress.Loopback]];

        public int Asked { get; private set; }

        public Task<IReadOnlyList<IPAddress>> AddressesOfAsync(string host, CancellationToken ct) =>
            Task.FromResult(Answers[Math.Min(Asked++, Answers.Count - 1)]);
    }
}
