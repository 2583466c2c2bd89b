using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.People.Members.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Features.People.Members.Reactions;

/// <summary>A role ends in a week: the person hears of it, and the administrators, who can prolong it.</summary>
internal sealed class RemindOfRoleEnd(MemberMailer mailer, AccessEmails emails) : IDomainEventHandler<RoleEndReminded>
{
    public async Task HandleAsync(RoleEndReminded happened, ConsoleDbContext db, CancellationToken ct)
    {
        var (member, nppo) = await MemberMailer.LoadAsync(db, happened, ct);
        var (own, ownLanguage) = await MemberMailer.ReaderAsync(db, member, ct);
        await mailer.SendAsync(db, AccessEmails.RoleEndsKind, member, own, ownLanguage, null, () => emails.YourRoleEnds(nppo, member), ct);
        foreach (var (email, language) in await MemberMailer.AdministratorsAsync(db, nppo.Id, member.Id, ct))
            await mailer.SendAsync(db, AccessEmails.RoleEndsKind, member, email, language, null, () => emails.RoleEnds(nppo, member), ct);
    }
}
