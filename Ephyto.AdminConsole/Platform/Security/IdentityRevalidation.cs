using System.Security.Claims;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>
/// Keeps an open circuit true to the store: it looks again every minute, and at once when the account, the hub role or an
/// organisation of the person changes. Who was removed is signed out of the circuit; who got another role sees other pages.
/// </summary>
internal sealed class IdentityRevalidation : RevalidatingServerAuthenticationStateProvider
{
    private readonly IServiceScopeFactory _scopes;
    private readonly ILiveEvents _live;
    private readonly Lock _gate = new();
    private IDisposable? _listening;
    private ClaimsPrincipal _known = new(new ClaimsIdentity());
    private bool _disposed;

    public IdentityRevalidation(ILoggerFactory loggers, IServiceScopeFactory scopes, ILiveEvents live)
        : base(loggers)
    {
        (_scopes, _live) = (scopes, live);
        AuthenticationStateChanged += OnChanged;
    }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        await ReadAsync(authenticationState.User) is not null;

    protected override void Dispose(bool disposing)
    {
        AuthenticationStateChanged -= OnChanged;
        lock (_gate)
        {
            _disposed = true;
            _listening?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void OnChanged(Task<AuthenticationState> state) => _ = FollowAsync(state);

    private async Task FollowAsync(Task<AuthenticationState> state)
    {
        var user = (await state).User;
        lock (_gate)
        {
            if (_disposed) return;
            _known = user;
            _listening?.Dispose();
            _listening = user.ToActor() is { Kind: ActorKind.User } actor ? _live.Subscribe([.. TopicsOf(actor, user)], LookAgainAsync) : null;
        }
    }

    private static IEnumerable<LiveTopic> TopicsOf(Actor actor, ClaimsPrincipal user) =>
        user.Memberships().Select(membership => new LiveTopic(SubjectKinds.Nppo, membership.NppoId))
            .Append(new(SubjectKinds.Account, actor.Id)).Append(new(SubjectKinds.HubUser, actor.Id));

    private async Task LookAgainAsync()
    {
        var known = _known;
        var now = await ReadAsync(known);
        if (now is null) Replace(new ClaimsPrincipal(new ClaimsIdentity()));
        else if (!AccessOf(now).SetEquals(AccessOf(known))) Replace(now);
    }

    private void Replace(ClaimsPrincipal user) => SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));

    private static HashSet<string> AccessOf(ClaimsPrincipal user) => [.. user.Claims
        .Where(claim => claim.Type is ConsoleClaims.DisplayName or ConsoleClaims.HubRole or ConsoleClaims.Membership)
        .Select(claim => $"{claim.Type}={claim.Value}")];

    /// <returns>The person as the store has it now; null where the account is gone, or signed out everywhere.</returns>
    private async Task<ClaimsPrincipal?> ReadAsync(ClaimsPrincipal known)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<ConsoleUser>>();
        if (await users.GetUserAsync(known) is not { } user) return null;

        var stamp = known.FindFirstValue(users.Options.ClaimsIdentity.SecurityStampClaimType);
        if (stamp != await users.GetSecurityStampAsync(user)) return null;
        return await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<ConsoleUser>>().CreateAsync(user);
    }
}
