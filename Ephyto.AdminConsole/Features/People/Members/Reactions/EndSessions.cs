using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Members.Reactions;

/// <summary>Who has nothing left to do in the console is signed out everywhere; who works elsewhere too stays signed in.</summary>
internal sealed class EndSessions : IDomainEventHandler<AccessEnded>
{
    public async Task HandleAsync(AccessEnded happened, ConsoleDbContext db, CancellationToken ct)
    {
        if (happened.UserId is not { } userId) return;
        if (await db.Set<Member>().AnyAsync(m => m.UserId == userId && m.Id != happened.MemberId && m.Status == MemberStatus.Active, ct))
            return;
        if (await db.HubRoleOfAsync(Actor.User(userId), ct) is not null) return;

        if (await db.Users.SingleOrDefaultAsync(u => u.Id == userId, ct) is { } account)
            (account.SecurityStamp, account.ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
    }
}
