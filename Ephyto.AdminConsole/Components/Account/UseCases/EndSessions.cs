using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Components.Account.UseCases;

/// <param name="SessionId">The one to end; null for all but one.</param>
/// <param name="Keep">The one the person acts in.</param>
internal sealed record EndSessionsRequest(Guid? SessionId, Guid? Keep);

/// <summary>A person signs out elsewhere. Open pages there close at once.</summary>
internal sealed class EndSessions(IDbContextFactory<ConsoleDbContext> contexts, IdentitySessions sessions, TimeProvider time)
{
    public async Task<Result> HandleAsync(EndSessionsRequest request, Actor actor, CancellationToken ct)
    {
        if (actor.Kind != ActorKind.User) return AccessErrors.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (request.SessionId is not { } one)
        {
            await sessions.EndAllAsync(db, actor.Id, request.Keep, SessionEnd.EndedElsewhere, actor, ct);
        }
        else
        {
            if (await db.Set<UserSession>().SingleOrDefaultAsync(s => s.Id == one && s.UserId == actor.Id, ct) is not { } session)
                return AccessErrors.NotFound;
            session.End(SessionEnd.EndedElsewhere, actor, time.GetUtcNow().UtcDateTime);
        }

        return await db.TrySaveAsync(ct) is { } changed ? changed : Result.Success();
    }
}
