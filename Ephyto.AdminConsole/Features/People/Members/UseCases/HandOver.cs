using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

/// <param name="NppoId">Which organization is left.</param>
/// <param name="Successor">An active member, who becomes an administrator where they are none yet.</param>
/// <param name="Cancelled">Open invitations of the leaver that are taken back; the others stay.</param>
internal sealed record HandOverRequest(Guid NppoId, SeenMember Successor, IReadOnlyCollection<Guid> Cancelled);

/// <summary>An administrator leaves in good order: everything passes to the successor at once, or nothing does.</summary>
internal sealed class HandOver(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public async Task<Result<MemberStatus>> HandleAsync(HandOverRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.LockNppoAsync(request.NppoId, ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.MembersManage, request.NppoId, ct) is { } refusal) return refusal;

        var self = await db.Set<Member>()
            .SingleAsync(m => m.NppoId == request.NppoId && m.UserId == actor.Id && m.Status == MemberStatus.Active, ct);
        var successor = await db.Set<Member>().SingleOrDefaultAsync(m => m.Id == request.Successor.Id && m.NppoId == request.NppoId, ct);
        if (successor is not { Status: MemberStatus.Active } || successor.Id == self.Id) return MemberErrors.NoSuccessor;
        if (successor.Version != request.Successor.Version) return AccessErrors.ChangedMeanwhile;
        if (await PassOnAsync(db, self, successor, request, actor, ct) is { } impossible) return impossible;

        if (await db.TrySaveAsync(ct) is { } changed) return changed;
        await transaction.CommitAsync(ct);
        return self.Status;
    }

    private async Task<DomainError?> PassOnAsync(
        ConsoleDbContext db, Member self, Member successor, HandOverRequest request, Actor actor, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var others = await db.OtherAdministratorsAsync(self, ct);
        if (successor.Role != NppoRole.Administrator)
        {
            if (successor.ChangeRole(NppoRole.Administrator, null, actor.Id, others, now).Error is { } refused) return refused;
            others++;
        }

        var nppo = await db.Set<Nppo>().SingleAsync(n => n.Id == request.NppoId, ct);
        if (nppo.TechnicalContactId == self.Id) nppo.HandOverTechnicalContact(successor.Id, actor.Id, now);
        // Accepted or cancelled meanwhile: there is nothing to take back.
        var invitations = await db.Set<Member>().Where(m =>
            m.NppoId == request.NppoId && m.InvitedBy == actor.Id && m.Status == MemberStatus.Invited && request.Cancelled.Contains(m.Id))
                .ToListAsync(ct);
        foreach (var invitation in invitations) invitation.CancelInvitation(actor.Id, now);
        return self.Leave(others, now).Error;
    }
}
