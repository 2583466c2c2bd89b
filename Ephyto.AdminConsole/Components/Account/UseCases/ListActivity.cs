using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Components.Account.UseCases;

/// <summary>What the person who asks did, and what happened to their account: from the audit trail, the newest first.</summary>
internal sealed class ListActivity(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<PageOf<AuditEntry>> HandleAsync(int page, Actor actor, CancellationToken ct)
    {
        if (actor.Kind != ActorKind.User) return PageOf<AuditEntry>.Empty;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Of(db, actor.Id).OrderByDescending(e => e.Sequence).ToBoundedPageAsync(page, ct);
    }

    public static IQueryable<AuditEntry> Of(ConsoleDbContext db, Guid userId) => db.Set<AuditEntry>().AsNoTracking().Where(e =>
        (e.ActorKind == ActorKind.User && e.ActorId == userId) || (e.SubjectKind == SubjectKinds.Account && e.SubjectId == userId));
}
