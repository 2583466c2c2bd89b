using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ILiveEvents = Ephyto.AdminConsole.Platform.Live.ILiveEvents;
using LiveChange = Ephyto.AdminConsole.Platform.Live.LiveChange;

namespace Ephyto.AdminConsole.Tests.Platform.Security;

/// <summary>A page that is closed ends what it had begun, and that is no error.</summary>
public sealed class ClosedCircuitTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    [Fact]
    public async Task A_change_that_comes_while_the_page_is_closed_is_no_error()
    {
        var user = await Host.AccountAsync("person@example.org");
        var live = new HeldFeed();
        await using var scope = Host.Services.CreateAsyncScope();
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<ConsoleUser>>().CreateAsync(user);
        var provider = ActivatorUtilities.CreateInstance<IdentityRevalidation>(scope.ServiceProvider, live);
        ((IHostEnvironmentAuthenticationStateProvider)provider).SetAuthenticationState(Task.FromResult(new AuthenticationState(principal)));
        await Eventually.TrueAsync(() => live.Listener is not null, "the circuit to listen");

        ((IDisposable)provider).Dispose();
        await Host.StoreAsync(db => db.Users.Where(u => u.Id == user.Id).ExecuteDeleteAsync());

        await live.Listener!();
    }

    private sealed class HeldFeed : ILiveEvents
    {
        public Func<Task>? Listener { get; private set; }

        public IDisposable Subscribe(IReadOnlyCollection<AdminConsole.Platform.Live.LiveTopic> topics, Func<Task> onChanged)
        {
            Listener = onChanged;
            return new MemoryStream();
        }

        public void Publish(IReadOnlyCollection<LiveChange> changes)
        {
        }

        public void PublishEverything()
        {
        }

        public long Mark() => 0;

        public bool HasToldSince(long mark, IReadOnlyCollection<AdminConsole.Platform.Live.LiveTopic> topics) => true;
    }
}
