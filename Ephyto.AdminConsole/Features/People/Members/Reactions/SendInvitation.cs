using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Features.People.Members.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.People.Members.Reactions;

/// <summary>The invitation goes out with a link that accepts it; so does the answer to a request to join.</summary>
internal sealed class SendInvitation(MemberMailer mailer, MemberEmails emails, IOptions<MembersOptions> options)
    : IDomainEventHandler<MemberInvited>
{
    public async Task HandleAsync(MemberInvited happened, ConsoleDbContext db, CancellationToken ct)
    {
        var (member, nppo) = await MemberMailer.LoadAsync(db, happened, ct);
        var inviter = await db.Set<ConsoleUser>().Where(u => u.Id == member.InvitedBy).Select(u => u.DisplayName).SingleOrDefaultAsync(ct);
        var link = await mailer.IssueAsync(db, MemberEmails.InvitationKind, member, TimeSpan.FromDays(options.Value.InvitationDays), ct);
        await mailer.SendAsync(db, MemberEmails.InvitationKind, member, member.Email, member.Language, link.ProtectedSecret, () =>
            emails.Invitation(nppo, mailer.CountryOf(nppo), member, inviter, link.Link.ExpiresAt), ct);
    }
}
