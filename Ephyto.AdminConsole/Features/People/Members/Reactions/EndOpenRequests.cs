using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Members.Reactions;

/// <summary>
/// Nobody joins an organization that is closed: open invitations are taken back, the initial administrator's too, and requests to join
/// refused.
/// </summary>
internal sealed class EndOpenRequests : IDomainEventHandler<NppoClosed>
{
    public async Task HandleAsync(NppoClosed happened, ConsoleDbContext db, CancellationToken ct)
    {
        var waiting = await db.Set<Member>()
            .Where(m => m.NppoId == happened.NppoId && (m.Status == MemberStatus.Invited || m.Status == MemberStatus.JoinRequested))
            .ToListAsync(ct);
        var words = (await db.Set<Nppo>().FindAsync([happened.NppoId], ct))?.ClosingWords;
        foreach (var member in waiting)
        {
            if (member.Status == MemberStatus.Invited) member.EndInvitation(happened.Actor, happened.OccurredAt);
            else member.Refuse(words, happened.Actor.Id, happened.OccurredAt);
        }
    }
}
