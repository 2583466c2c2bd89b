using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.People.Members.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Features.People.Members.Reactions;

/// <summary>The only administrator's role should have ended: they are the one to name another.</summary>
internal sealed class TellRoleEndHeld(MemberPost post, AccessEmails emails) : IDomainEventHandler<RoleEndHeld>
{
    public async Task HandleAsync(RoleEndHeld happened, ConsoleDbContext db, CancellationToken ct)
    {
        var (member, nppo) = await MemberPost.LoadAsync(db, happened, ct);
        foreach (var (email, language) in await MemberPost.AdministratorsAsync(db, nppo.Id, null, ct))
            await post.SendAsync(db, AccessEmails.RoleEndHeldKind, member, email, language, null,
                () => emails.RoleEndHeld(nppo, member), ct);
    }
}
