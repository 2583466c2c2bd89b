using System.Security.Claims;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Field.Access;
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

namespace Ephyto.AdminConsole.Tests.Field;

/// <summary>An open circuit follows what the store says of its person.</summary>
public sealed class IdentityRevalidationTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    [Fact]
    public async Task Who_joins_another_organization_has_it_in_the_open_circuit()
    {
        var (first, _) = await Host.ConfirmedNppoAsync();
        var person = await Host.ActiveMemberAsync(first.Id, NppoRole.Viewer, "person@example.org");
        var (second, _) = await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" });
        await using var circuit = await OpenAsync(person);
        Assert.Equal([first.Id], circuit.User.Memberships().Select(m => m.NppoId));

        await Host.StoreAsync(async db =>
        {
            var member = Member.Invite(second.Id, EmailAddress.TryParse("person@example.org")!, "en", NppoRole.Integrator,
                person.Id, Host.Now());
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
    public async Task A_circuit_that_connects_again_with_the_cookie_of_another_person_becomes_nobody()
    {
        var (first, second) = (await Host.AccountAsync("first@example.org"), await Host.AccountAsync("second@example.org"));
        await using var scope = Host.Services.CreateAsyncScope();
        var provider = scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        var connection = Assert.IsType<IHostEnvironmentAuthenticationStateProvider>(provider, exactMatch: false);
        await ConnectAsync(first.Id);

        await ConnectAsync(second.Id);

        Assert.Equal(Actor.Anonymous, (await provider.GetAuthenticationStateAsync()).User.ToActor());
        var news = scope.ServiceProvider.GetRequiredService<AccessNews>();
        Assert.Equal((first.Id, SessionOver.Of(SessionEnd.Replaced)), (news.ShownTo, news.Over));
        await ConnectAsync(first.Id);
        Assert.Equal(Actor.User(first.Id), (await provider.GetAuthenticationStateAsync()).User.ToActor());

        async Task ConnectAsync(Guid person) =>
            connection.SetAuthenticationState(Task.FromResult(new AuthenticationState(await PrincipalAsync(Actor.User(person)))));
    }

    [Fact]
    public async Task A_circuit_of_nobody_stays_one_when_somebody_has_signed_in_since()
    {
        var user = await Host.AccountAsync("person@example.org");
        await using var scope = Host.Services.CreateAsyncScope();
        var provider = scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        var connection = (IHostEnvironmentAuthenticationStateProvider)provider;
        connection.SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));

        connection.SetAuthenticationState(Task.FromResult(new AuthenticationState(await PrincipalAsync(Actor.User(user.Id)))));

        Assert.Equal(Actor.Anonymous, (await provider.GetAuthenticationStateAsync()).User.ToActor());
    }

    [Fact]
    public async Task The_open_page_knows_why_its_session_is_over()
    {
        var user = await Host.AccountAsync("person@example.org");
        var session = UserSession.Begin(user.Id, "Firefox", "192.0.2", Host.Now());
        await Host.StoreAsync(async db =>
        {
            db.Add(session);
            return await db.SaveChangesAsync();
        });
        var principal = await PrincipalAsync(Actor.User(user.Id));
        ((ClaimsIdentity)principal.Identity!).AddClaim(ActorOf.ToSessionClaim(session.Id));
        await using var circuit = new Circuit(Host.Services.CreateAsyncScope(), principal);
        await Host.Get<IdentitySessions>().EndAsync(session.Id, SessionEnd.SignedOut, Actor.User(user.Id), CancellationToken.None);
        Host.Get<ILiveEvents>().Publish([new LiveChange(SubjectKinds.Account, user.Id)]);

        await Eventually.TrueAsync(() => circuit.User.Identity?.IsAuthenticated != true, "the circuit to be signed out");
        Assert.Equal("signed-out", circuit.News.Over?.Code);
    }

    [Fact]
    public async Task A_deleted_account_is_out_as_well()
    {
        var user = await Host.AccountAsync("person@example.org");
        await using var circuit = await OpenAsync(Actor.User(user.Id));

        await Host.StoreAsync(db => db.Users.Where(u => u.Id == user.Id).ExecuteDeleteAsync());
        Host.Get<ILiveEvents>().Publish([new LiveChange(SubjectKinds.Account, user.Id)]);

        await Eventually.TrueAsync(() => circuit.User.Identity?.IsAuthenticated != true, "the circuit to be signed out");
    }

    [Fact]
    public async Task What_happens_to_others_changes_nothing()
    {
        var user = await Host.AccountAsync("person@example.org");
        await using var circuit = await OpenAsync(Actor.User(user.Id));
        var before = circuit.User;

        Host.Get<ILiveEvents>()
            .Publish([new LiveChange(SubjectKinds.Account, Guid.NewGuid()), new LiveChange(SubjectKinds.Nppo, Guid.NewGuid())]);

        Assert.Same(before, circuit.User);
    }

    [Fact]
    public async Task A_suspended_organization_is_gone_from_the_circuit_with_the_reason_and_comes_back()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        var person = await Host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "person@example.org");
        await using var circuit = await OpenAsync(person);

        await Host.ChangeAsync(nppo, stored => Assert.True(stored.Suspend("Why", Actor.System, Host.Now()).IsSuccess));
        await Eventually.TrueAsync(() => circuit.User.Memberships().Count == 0, "the organisation to be gone");
        Assert.Equal(new AccessChange(AccessChangeKind.NppoSuspended, nppo.Organization.Name), Assert.Single(circuit.News.Latest));

        await Host.ChangeAsync(nppo, stored => Assert.True(stored.Reactivate(Actor.System, Host.Now()).IsSuccess));
        Host.Time.Advance(TimeSpan.FromSeconds(1));
        await Eventually.TrueAsync(() => circuit.User.Memberships().Count == 1, "the organisation to be back");
        Assert.Equal(AccessChangeKind.MembershipGained, Assert.Single(circuit.News.Latest).Kind);
        Assert.Equal(1, circuit.News.Losses);
    }

    [Fact]
    public async Task Who_comes_while_the_organization_is_suspended_sees_it_when_it_is_not()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        var person = await Host.ActiveMemberAsync(nppo.Id, NppoRole.Viewer, "person@example.org");
        await Host.ChangeAsync(nppo, stored => Assert.True(stored.Suspend("Why", Actor.System, Host.Now()).IsSuccess));
        await using var circuit = await OpenAsync(person);
        Assert.Empty(circuit.User.Memberships());

        await Host.ChangeAsync(nppo, stored => Assert.True(stored.Reactivate(Actor.System, Host.Now()).IsSuccess));

        await Eventually.TrueAsync(() => circuit.User.Memberships().Count == 1, "the organisation in the circuit");
    }

    [Fact]
    public async Task Another_role_in_the_hub_is_in_the_circuit_at_once_and_so_is_its_end()
    {
        var boss = await Host.AppointAsync(HubRole.HubAdministrator, "Boss");
        var person = await Host.AppointAsync(HubRole.HubAdministrator, "Person");
        var role = await Host.StoreAsync(db => db.Set<HubUser>().SingleAsync(u => u.UserId == person.Id));
        await using var circuit = await OpenAsync(person);

        await Host.ChangeAsync(role, stored => Assert.True(stored.Assign(HubRole.Auditor, null, boss.Id, Host.Now()).IsSuccess));
        await Eventually.TrueAsync(() => circuit.User.HasClaim(ConsoleClaims.HubRole, nameof(HubRole.Auditor)),
            "the other role in the circuit");
        Assert.Equal(new AccessChange(AccessChangeKind.HubRoleChanged, Role: HubRole.Auditor), Assert.Single(circuit.News.Latest));

        await Host.ChangeAsync(role, stored => Assert.True(stored.Remove(boss.Id, Host.Now()).IsSuccess));
        Host.Time.Advance(TimeSpan.FromSeconds(1));
        await Eventually.TrueAsync(() => circuit.User.FindFirst(ConsoleClaims.HubRole) is null, "the role to be gone");
        Assert.Equal(AccessChangeKind.HubRoleRemoved, Assert.Single(circuit.News.Latest).Kind);
    }

    [Fact]
    public async Task What_changed_before_the_circuit_listened_is_made_up_for()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        var person = await Host.ActiveMemberAsync(nppo.Id, NppoRole.Viewer, "person@example.org");
        var before = await PrincipalAsync(person);
        await Host.ChangeAsync(nppo, stored => Assert.True(stored.Suspend("Why", Actor.System, Host.Now()).IsSuccess));

        await using var circuit = new Circuit(Host.Services.CreateAsyncScope(), before);

        await Eventually.TrueAsync(() => circuit.User.Memberships().Count == 0, "the organisation to be gone");
    }

    private async Task<ClaimsPrincipal> PrincipalAsync(Actor person)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<UserManager<ConsoleUser>>().FindByIdAsync(person.Id.ToString());
        return await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<ConsoleUser>>().CreateAsync(user!);
    }

    private async Task<Circuit> OpenAsync(Actor person)
    {
        var principal = await PrincipalAsync(person);
        return new Circuit(Host.Services.CreateAsyncScope(), principal);
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

        public AccessNews News => _scope.ServiceProvider.GetRequiredService<AccessNews>();

        public ValueTask DisposeAsync()
        {
            _provider.AuthenticationStateChanged -= Follow;
            return _scope.DisposeAsync();
        }

        private async void Follow(Task<AuthenticationState> state) => _user = (await state).User;
    }
}
