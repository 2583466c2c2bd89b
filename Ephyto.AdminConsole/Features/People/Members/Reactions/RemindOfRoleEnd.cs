using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.People.Members.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Features.People.Members.Reactions;

/// <summary>A role ends in a week: the person hears of it, and the administrators, who can prolong it.</summary>
internal sealed class RemindOfRoleEnd(MemberPost post, AccessEmails emails) : IDomainEventHandler<RoleEndReminded>
{
    public async Task HandleAsync(RoleEndReminded happened, ConsoleDbContext db, CancellationToken ct)
    {
        var (member, nppo) = await MemberPost.LoadAsync(db, happened, ct);
        var (own, ownLanguage) = await MemberPost.ReaderAsync(db, member, ct);
        await post.SendAsync(db, AccessEmails.RoleEndsKind, member, own, ownLanguage, null, () => emails.YourRoleEnds(nppo, member), ct);
        foreach (var (email, language) in await MemberPost.AdministratorsAsync(db, nppo.Id, member.Id, ct))
            await post.SendAsync(db, AccessEmails.RoleEndsKind, member, email, language, null, () => emails.RoleEnds(nppo, member), ct);
    }
}
