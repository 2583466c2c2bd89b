using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.Domain.Access;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

/// <summary>
/// Does what is due: invitations expire, ends of roles are announced and come. Two nodes may run it at once; of each step
/// only one is saved.
/// </summary>
internal sealed class AdvanceMembers(
    IDbContextFactory<ConsoleDbContext> contexts, IOptions<MembersOptions> options, TimeProvider time, ILogger<AdvanceMembers> logger)
{
    private const int Batch = 200;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private TimeSpan InvitationLifetime => TimeSpan.FromDays(options.Value.InvitationDays + options.Value.ExpiryDays);

    /// <returns>How many members moved on.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var moved = 0;
        foreach (var (id, nppoId) in await DueAsync(ct))
        {
            if (await AdvanceAsync(id, nppoId, ct)) moved++;
        }

        return moved;
    }

    private async Task<IEnumerable<(Guid Id, Guid NppoId)>> DueAsync(CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(Now);
        var (reminded, sentBefore) = (today.AddDays(Member.RoleEndReminderDays), Now - InvitationLifetime);
        await using var db = await contexts.CreateDbContextAsync(ct);
        // An organization that is closed gives no role that could end.
        var members = db.Set<Member>().Where(m => !db.Set<Nppo>().Any(n => n.Id == m.NppoId && n.Status == NppoStatus.Closed));
        var invitations = members.Where(m => m.Status == MemberStatus.Invited && !m.IsInitialAdministrator && m.StatusSince <= sentBefore);
        var roles = members.Where(m => m.Status == MemberStatus.Active && m.RoleLastDay != null);
        var ends = roles.Where(m => m.RoleLastDay <= reminded && m.RoleEndNotice == RoleEndNotice.None
            || m.RoleLastDay < today && (m.RoleEndNotice != RoleEndNotice.Held
                || db.ActiveAdministrators().Any(o => o.NppoId == m.NppoId && o.Id != m.Id)));
        var due = await invitations.OrderBy(m => m.StatusSince).Take(Batch).Select(m => new { m.Id, m.NppoId }).ToListAsync(ct);
        due.AddRange(await ends.OrderBy(m => m.RoleLastDay).Take(Batch).Select(m => new { m.Id, m.NppoId }).ToListAsync(ct));
        return due.Select(m => (m.Id, m.NppoId));
    }

    private async Task<bool> AdvanceAsync(Guid id, Guid nppoId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.LockNppoAsync(nppoId, ct);
        var member = await db.Set<Member>().SingleAsync(m => m.Id == id, ct);
        if (!Advance(member, await db.OtherAdministratorsAsync(member, ct))) return false;
        if (await db.TrySaveAsync(ct) is null)
        {
            await transaction.CommitAsync(ct);
            return true;
        }

        logger.LogDebug("Member {Id} was moved on elsewhere at the same time", id);
        return false;
    }

    private bool Advance(Member member, int otherAdministrators) =>
        member.ExpireInvitation(InvitationLifetime, Now) || member.EndRole(otherAdministrators, Now) || member.RemindOfRoleEnd(Now);
}
