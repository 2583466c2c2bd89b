using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Search;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Audit.UseCases;

/// <param name="NppoId">Whose history.</param>
/// <param name="Filter">Within it; an organization in it is not looked at.</param>
/// <param name="Page">From 1.</param>
internal sealed record ListHistoryRequest(Guid NppoId, AuditFilter Filter, int Page = 1);

/// <summary>Somebody with an account who is, or was, a member, or acted here on behalf of the hub.</summary>
public sealed record HistoryPerson(Guid Id, string Name);

/// <param name="Page">The newest first.</param>
/// <param name="People">Whose acts may be asked for, by name.</param>
internal sealed record History(PageOf<AuditLine> Page, IReadOnlyList<HistoryPerson> People);

/// <summary>What was done in an organization, for its administrators: its part of the audit trail.</summary>
internal sealed class ListHistory(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<History>> HandleAsync(ListHistoryRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.HistoryView, request.NppoId, ct) is { } refusal) return refusal;

        var page = await (request.Filter with { NppoId = request.NppoId }).PageAsync(db, request.Page, ct);
        var members = db.Set<Member>().Where(m => m.NppoId == request.NppoId && m.UserId != null).Select(m => m.UserId!.Value);
        var actors = db.Set<AuditEntry>().Where(e => e.NppoId == request.NppoId && e.ActorKind == ActorKind.User).Select(e => e.ActorId);
        var people = await db.Users.AsNoTracking().Where(u => members.Contains(u.Id) || actors.Contains(u.Id))
            .OrderByName().Select(u => new HistoryPerson(u.Id, u.DisplayName)).ToListAsync(ct);
        return new History(page.With(await AuditLines.ReadAsync(db, new(request.NppoId), page.Items, ct)), people);
    }
}
