using System.Security.Claims;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Field.Access;

/// <summary>
/// Keeps an open circuit true to the store: it looks again every minute, and at once when the account, the hub role or an
/// organization of the person changes. Who was removed is signed out of the circuit; who got another role sees other pages,
/// and hears why.
/// </summary>
internal sealed class IdentityRevalidation : RevalidatingServerAuthenticationStateProvider, IHostEnvironmentAuthenticationStateProvider
{
    private readonly IServiceScopeFactory _scopes;
    private readonly ILiveEvents _live;
    private readonly AccessNews _news;
    private readonly IHttpContextAccessor _http;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _oneLook = new(1, 1);
    private IDisposable? _listening;
    private Task<AuthenticationState>? _latest;
    private ClaimsPrincipal _known = new(new ClaimsIdentity());
    private readonly CancellationTokenSource _ended = new();
    private bool _disposed;
    private Actor? _began;

    public IdentityRevalidation(ILoggerFactory loggers, IServiceScopeFactory scopes, ILiveEvents live, AccessNews news,
        IHttpContextAccessor http)
        : base(loggers)
    {
        (_scopes, _live, _news, _http) = (scopes, live, news, http);
        AuthenticationStateChanged += OnChanged;
    }

    /// <summary>
    /// The framework says here for whom a circuit begins, and again, by the cookie of that moment, whenever its browser connects
    /// anew. A circuit never becomes somebody else: what it shows is not theirs, and what is pressed in it was not meant by them.
    /// </summary>
    void IHostEnvironmentAuthenticationStateProvider.SetAuthenticationState(Task<AuthenticationState> authenticationStateTask)
    {
        var told = authenticationStateTask.IsCompletedSuccessfully ? authenticationStateTask.Result.User.ToActor() : Actor.Anonymous;
        if (!IsInCircuit || (_began ??= told) == told)
        {
            if (IsInCircuit) _news.ShownTo = told.Kind == ActorKind.User ? told.Id : null;
            SetAuthenticationState(authenticationStateTask);
        }
        else if (_began.Kind == ActorKind.User)
        {
            if (_news.Over is null)
                _news.NoteOver(SessionOver.Of(told.Kind == ActorKind.User ? SessionEnd.Replaced : SessionEnd.SignedOut));
            Replace(new ClaimsPrincipal(new ClaimsIdentity()));
        }
    }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState,
        CancellationToken cancellationToken)
    {
        if (await ReadAsync(authenticationState.User) is null)
        {
            _news.NoteOver(await WhyOverAsync(authenticationState.User));
            return false;
        }

        await LookAgainAsync();
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        AuthenticationStateChanged -= OnChanged;
        lock (_gate)
        {
            _disposed = true;
            _listening?.Dispose();
        }

        _ended.Cancel();
        base.Dispose(disposing);
    }

    // A page that is rendered by a request was let in by its cookie and is gone in a moment; it must not sign itself out half-way.
    private bool IsInCircuit => _http.HttpContext is not { } http || http.IsUnder(MatchedRoute.Circuit);

    private void OnChanged(Task<AuthenticationState> state)
    {
        if (!IsInCircuit) return;
        lock (_gate) _latest = state;
        _ = FollowAsync(state);
    }

    private async Task FollowAsync(Task<AuthenticationState> state)
    {
        var user = (await state).User;
        var actor = user.ToActor();
        var heard = user.Memberships().Select(membership => membership.NppoId).ToHashSet();
        Listen(state, user, actor.Kind == ActorKind.User ? TopicsOf(actor, heard) : []);
        if (actor.Kind != ActorKind.User) return;

        // A change found now must not be told before everybody has been told of this state.
        await Task.Run(() => CatchUpAsync(state, user, actor, heard));
    }

    /// <summary>What changed before anybody listened is made up for.</summary>
    private async Task CatchUpAsync(Task<AuthenticationState> state, ClaimsPrincipal user, Actor actor, HashSet<Guid> heard)
    {
        try
        {
            var access = await AccessAsync(actor);
            if (access.Memberships.Any(membership => !heard.Contains(membership.NppoId)))
            {
                // An organization that gives no right today may give one again tomorrow.
                Listen(state, user, TopicsOf(actor, access.Memberships.Select(membership => membership.NppoId)));
                access = await AccessAsync(actor);
            }

            if (access.ChangesSince(user).Count > 0) await LookAgainAsync();
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // A page that was only sent, and has no circuit, is done by now.
        }
    }

    private void Listen(Task<AuthenticationState> state, ClaimsPrincipal user, IEnumerable<LiveTopic> topics)
    {
        LiveTopic[] wanted = [.. topics];
        lock (_gate)
        {
            if (_disposed || !ReferenceEquals(_latest, state)) return;
            _known = user;
            var before = _listening;
            _listening = wanted.Length > 0 ? _live.Subscribe(wanted, LookAgainAsync) : null;
            before?.Dispose();
        }
    }

    private static IEnumerable<LiveTopic> TopicsOf(Actor actor, IEnumerable<Guid> nppos) =>
        nppos.Select(nppo => new LiveTopic(SubjectKinds.Nppo, nppo)).Append(new(SubjectKinds.Account, actor.Id));

    private async Task LookAgainAsync()
    {
        await _oneLook.WaitAsync();
        try
        {
            if (_ended.IsCancellationRequested) return;
            var known = _known;
            var now = await ReadAsync(known);
            if (now is not null && AccessOf(now).SetEquals(AccessOf(known))) return;

            // Said before it is done: the page begins anew with the sentence above it. Who lost everything is signed out too.
            if ((await AccessAsync(known.ToActor())).ChangesSince(known) is { Count: > 0 } changes) _news.Publish(changes);
            if (now is null) _news.NoteOver(await WhyOverAsync(known));
            Replace(now ?? new ClaimsPrincipal(new ClaimsIdentity()));
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // The page was closed meanwhile: there is nobody to tell.
        }
        finally
        {
            _oneLook.Release();
        }
    }

    private void Replace(ClaimsPrincipal user)
    {
        lock (_gate)
        {
            if (_disposed) return;
            _known = user;
        }

        SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));
    }

    private static HashSet<string> AccessOf(ClaimsPrincipal user) => IdentityAccess.SetOf(user.Claims);

    private async Task<PersonAccess> AccessAsync(Actor person)
    {
        await using var scope = _scopes.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<ConsoleDbContext>>()
            .CreateDbContextAsync(_ended.Token);
        return await db.AccessOfAsync(person, _ended.Token);
    }

    private async Task<SessionOver?> WhyOverAsync(ClaimsPrincipal known)
    {
        await using var scope = _scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IdentitySessions>().WhyOverAsync(known, _ended.Token);
    }

    /// <returns>The person as the store has it now; null where the account is gone, or signed out everywhere.</returns>
    private async Task<ClaimsPrincipal?> ReadAsync(ClaimsPrincipal known)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<ConsoleUser>>();
        if (await users.GetUserAsync(known) is not { } user) return null;

        var stamp = known.FindFirstValue(users.Options.ClaimsIdentity.SecurityStampClaimType);
        if (stamp != await users.GetSecurityStampAsync(user)) return null;
        if (known.SessionId() is { } session
            && !await scope.ServiceProvider.GetRequiredService<IdentitySessions>().IsOpenAsync(session, CancellationToken.None))
                return null;
        return (await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<ConsoleUser>>().CreateAsync(user))
            .InSessionOf(known);
    }
}
