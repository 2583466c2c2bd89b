using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Search;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

/// <param name="Successors">Other active members, administrators first.</param>
/// <param name="Invitations">Open invitations that the leaver sent.</param>
/// <param name="IsTechnicalContact">Whether the leaver is.</param>
public sealed record HandoverView(IReadOnlyList<Member> Successors, IReadOnlyList<Member> Invitations, bool IsTechnicalContact);

/// <summary>What a leaving administrator has to hand over.</summary>
internal sealed class ViewHandover(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<HandoverView>> HandleAsync(Guid nppoId, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.MembersManage, nppoId, ct) is { } refusal) return refusal;

        var members = db.Set<Member>().AsNoTracking().Where(m => m.NppoId == nppoId);
        var successors = await members.Where(m => m.Status == MemberStatus.Active && m.UserId != actor.Id)
            .OrderBy(m => m.Role).ThenByName().ToListAsync(ct);
        var invitations = await members.Where(m => m.Status == MemberStatus.Invited && m.InvitedBy == actor.Id).OrderByName()
            .ToListAsync(ct);
        var contact = await db.Set<Nppo>().Where(n => n.Id == nppoId).Select(n => n.TechnicalContactId).SingleAsync(ct);
        return new HandoverView(successors, invitations, await members.AnyAsync(m => m.Id == contact && m.UserId == actor.Id, ct));
    }
}
