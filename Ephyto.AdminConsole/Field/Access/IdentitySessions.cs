using System.Security.Claims;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Field.Access;

/// <summary>The sessions of the store: each sign-in is one, and a cookie is worth no more than its session.</summary>
internal sealed class IdentitySessions(IDbContextFactory<ConsoleDbContext> contexts, IOptions<SecurityOptions> options, TimeProvider time)
{
    // Often enough to be true to the minute, seldom enough not to write at every request.
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The session begins and the account was last used now: whoever hears of the one finds the other.</summary>
    public async Task<UserSession> BeginAsync(Guid userId, HttpContext http)
    {
        await using var db = await contexts.CreateDbContextAsync(http.RequestAborted);
        var (browser, network) = (IdentityOrigin.BrowserOf(http.Request.Headers.UserAgent),
            IdentityOrigin.NetworkOf(http.Connection.RemoteIpAddress));
        var session = UserSession.Begin(userId, browser, network, Now);
        await using var transaction = await db.Database.BeginTransactionAsync(http.RequestAborted);
        await db.Users.Where(u => u.Id == userId)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.LastSignInAt, session.CreatedAt), http.RequestAborted);
        db.Add(session);
        await db.SaveChangesAsync(http.RequestAborted);
        await transaction.CommitAsync(http.RequestAborted);
        return session;
    }

    public async Task EndAsync(Guid sessionId, SessionEnd reason, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<UserSession>().SingleOrDefaultAsync(s => s.Id == sessionId && s.UserId == actor.Id, ct) is not { } session) return;
        session.End(reason, actor, Now);
        // Somebody else ended it at the same moment: it is over all the same.
        await db.TrySaveAsync(ct);
    }

    /// <summary>Adds the end of a person's open sessions to the save under way; all of them, or all but one.</summary>
    public async Task EndAllAsync(ConsoleDbContext db, Guid userId, Guid? except, SessionEnd reason, Actor actor, CancellationToken ct)
    {
        foreach (var session in await db.Set<UserSession>().Where(s => s.UserId == userId && s.EndedAt == null && s.Id != except)
            .ToListAsync(ct))
            session.End(reason, actor, Now);
    }

    /// <summary>What the store says of the signed-in person, if the session and the stamp still hold; else null.</summary>
    public async Task<IdentityAccess?> CheckAsync(ClaimsPrincipal user, string? stamp, CancellationToken ct)
    {
        if (user.ToActor() is not { Kind: ActorKind.User } actor || user.SessionId() is not { } sessionId) return null;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var access = await IdentityAccess.ReadAsync(db, actor.Id, sessionId, ct);
        return access?.Session is { } session && access.Stamp == stamp && IsOpen(session) ? access : null;
    }

    public bool IsOpen(UserSession session) => session.IsOpenAt(Now, options.Value.Idle, options.Value.Absolute);

    public async Task<bool> IsOpenAsync(Guid sessionId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<UserSession>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == sessionId, ct) is { } session
            && IsOpen(session);
    }

    /// <summary>Why the session a cookie or a circuit speaks of is worth nothing any more; null where that is not known.</summary>
    public async Task<SessionOver?> WhyOverAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        if (user.ToActor() is not { Kind: ActorKind.User } actor || user.SessionId() is not { } sessionId) return null;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<UserSession>().AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == sessionId && s.UserId == actor.Id, ct) is not { } session) return null;
        // An open session with another stamp: whatever opens the account was changed.
        return SessionOver.Of(session.EndReason ?? (IsOpen(session) ? SessionEnd.CredentialChanged : null));
    }

    /// <summary>The person did something; written down at most once a minute.</summary>
    public async Task SeeAsync(UserSession session, CancellationToken ct)
    {
        var now = Now;
        if (now - session.LastSeenAt < SeenEvery) return;
        session.See(now);
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            await db.WaitOneSecondAsync(ct);
            await db.Set<UserSession>().Where(s => s.Id == session.Id && s.LastSeenAt < now)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), ct);
        }
        catch (Exception busy) when (busy.IsBusy() || busy.IsDeadlock() || busy.IsUnavailable())
        {
            // Whoever only reads goes on reading; the next request writes it down.
        }
    }

    /// <summary>The time left, and whether doing something makes it more.</summary>
    public (TimeSpan Left, bool Extendable) TimeLeft(UserSession session)
    {
        var (idle, absolute) = (options.Value.Idle, options.Value.Absolute);
        var left = session.EndsAt(idle, absolute) - Now;
        return (left, session.CreatedAt + absolute - Now > left + SeenEvery);
    }
}
