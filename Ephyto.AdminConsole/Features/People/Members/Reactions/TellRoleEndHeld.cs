using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.People.Members.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Features.People.Members.Reactions;

/// <summary>The only administrator's role should have ended: they are the one to name another.</summary>
internal sealed class TellRoleEndHeld(MemberMailer mailer, AccessEmails emails) : IDomainEventHandler<RoleEndHeld>
{
    public async Task HandleAsync(RoleEndHeld happened, ConsoleDbContext db, CancellationToken ct)
    {
        var (member, nppo) = await MemberMailer.LoadAsync(db, happened, ct);
        foreach (var (email, language) in await MemberMailer.AdministratorsAsync(db, nppo.Id, null, ct))
            await mailer.SendAsync(db, AccessEmails.RoleEndHeldKind, member, email, language, null,
                () => emails.RoleEndHeld(nppo, member), ct);
    }
}
