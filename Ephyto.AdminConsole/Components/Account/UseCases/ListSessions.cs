using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Components.Account.UseCases;

/// <summary>Where the person who asks is signed in, the latest first.</summary>
internal sealed class ListSessions(IDbContextFactory<ConsoleDbContext> contexts, IdentitySessions sessions)
{
    public async Task<IReadOnlyList<UserSession>> HandleAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Kind != ActorKind.User) return [];
        await using var db = await contexts.CreateDbContextAsync(ct);
        var notEnded = await db.Set<UserSession>().AsNoTracking().Where(s => s.UserId == actor.Id && s.EndedAt == null)
            .OrderByDescending(s => s.LastSeenAt).ThenByDescending(s => s.Id).ToListAsync(ct);
        return notEnded.FindAll(sessions.IsOpen);
    }
}
