using System.Security.Claims;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using LiveChange = Ephyto.AdminConsole.Platform.Live.LiveChange;
using ILiveEvents = Ephyto.AdminConsole.Platform.Live.ILiveEvents;

namespace Ephyto.AdminConsole.Tests.Platform.Security;

/// <summary>An open circuit follows what the store says of its person.</summary>
public sealed class IdentityRevalidationTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    [Fact]
    public async Task Who_joins_another_organisation_has_it_in_the_open_circuit()
    {
        var (first, _) = await Host.ConfirmedNppoAsync();
        var person = await Host.ActiveMemberAsync(first.Id, NppoRole.Viewer, "person@example.org");
        var (second, _) = await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" });
        await using var circuit = await OpenAsync(person);
        Assert.Equal([first.Id], circuit.User.Memberships().Select(m => m.NppoId));

        await Host.StoreAsync(async db =>
        {
            var member = Member.Invite(second.Id, EmailAddress.TryParse("person@example.org")!, "en", NppoRole.Integrator, person.Id, Host.Now());
            member.Activate(person.Id, PersonDetails.Unknown, Host.Now());
            db.Add(member);
            return await db.SaveChangesAsync();
        });

        await Eventually.TrueAsync(() => circuit.User.Memberships().Count == 2, "the second organisation in the circuit");
        Assert.Contains(new MembershipClaim(second.Id, NppoRole.Integrator), circuit.User.Memberships());
    }

    [Fact]
    public async Task Who_is_signed_out_everywhere_is_out_of_the_open_circuit_at_once()
    {
        var user = await Host.AccountAsync("person@example.org");
        await using var circuit = await OpenAsync(Actor.User(user.Id));

        await Host.CallAsync<UserManager<ConsoleUser>, IdentityResult>(async users =>
            await users.UpdateSecurityStampAsync((await users.FindByIdAsync(user.Id.ToString()))!));
        Host.Get<ILiveEvents>().Publish([new LiveChange(SubjectKinds.Account, user.Id)]);

        await Eventually.TrueAsync(() => circuit.User.Identity?.IsAuthenticated != true, "the circuit to be signed out");
    }

    [Fact]
    public async Task A_deleted_account_is_out_as_well()
    {
        var user = await Host.AccountAsync("person@example.org");
        await using var circuit = await OpenAsync(Actor.User(user.Id));

        await Host.StoreAsync(db => db.Users.Where(u => u.Id == user.Id).ExecuteDeleteAsync());
        Host.Get<ILiveEvents>().Publish([new LiveChange(SubjectKinds.HubUser, user.Id)]);

        await Eventually.TrueAsync(() => circuit.User.Identity?.IsAuthenticated != true, "the circuit to be signed out");
    }

    [Fact]
    public async Task What_happens_to_others_changes_nothing()
    {
        var user = await Host.AccountAsync("person@example.org");
        await using var circuit = await OpenAsync(Actor.User(user.Id));
        var before = circuit.User;

        Host.Get<ILiveEvents>().Publish([new LiveChange(SubjectKinds.Account, Guid.NewGuid()), new LiveChange(SubjectKinds.Nppo, Guid.NewGuid())]);

        Assert.Same(before, circuit.User);
    }

    private async Task<Circuit> OpenAsync(Actor person)
    {
        var scope = Host.Services.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<UserManager<ConsoleUser>>().FindByIdAsync(person.Id.ToString());
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<ConsoleUser>>().CreateAsync(user!);
        return new Circuit(scope, principal);
    }

    private sealed class Circuit : IAsyncDisposable
    {
        private readonly AsyncServiceScope _scope;
        private readonly AuthenticationStateProvider _provider;
        private volatile ClaimsPrincipal _user;

        public Circuit(AsyncServiceScope scope, ClaimsPrincipal user)
        {
            (_scope, _user) = (scope, user);
            _provider = Assert.IsType<IdentityRevalidation>(scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>());
            _provider.AuthenticationStateChanged += Follow;
            ((IHostEnvironmentAuthenticationStateProvider)_provider).SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));
        }

        public ClaimsPrincipal User => _user;

        public ValueTask DisposeAsync()
        {
            _provider.AuthenticationStateChanged -= Follow;
            return _scope.DisposeAsync();
        }

        private async void Follow(Task<AuthenticationState> state) => _user = (await state).User;
    }
}
