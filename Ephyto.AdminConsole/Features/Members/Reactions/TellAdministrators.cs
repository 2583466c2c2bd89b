using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Features.Members.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Access;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Members.Reactions;

/// <summary>Somebody wants to join: every administrator hears of it, in the language of their account.</summary>
internal sealed class TellAdministrators(MemberPost post, MemberEmails emails) : IDomainEventHandler<JoinRequested>
{
    public async Task HandleAsync(JoinRequested happened, ConsoleDbContext db, CancellationToken ct)
    {
        var (request, nppo) = await MemberPost.LoadAsync(db, happened, ct);
        var administrators = await db.Set<Member>()
            .Where(m => m.NppoId == nppo.Id && m.Status == MemberStatus.Active && m.Role == NppoRole.Administrator)
            .Join(db.Set<ConsoleUser>(), m => m.UserId, u => u.Id, (m, u) => new { u.Email, u.Language }).ToListAsync(ct);
        foreach (var administrator in administrators)
        {
            await post.SendAsync(db, MemberEmails.JoinRequestKind, request, administrator.Email!, administrator.Language, null,
                () => emails.JoinRequest(nppo, request), ct);
        }
    }
}
