using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.People.Staff.Emails;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.People.Staff.Reactions;

/// <summary>
/// The invitation goes out with a link that accepts it. E-mails with the link before are not sent any more, and it ceases to work.
/// </summary>
internal sealed class SendHubInvitation(LinkIssuer issuer, EmailWriter writer, HubUserEmails emails, IOptions<HubUsersOptions> options)
    : IDomainEventHandler<HubUserInvited>
{
    public async Task HandleAsync(HubUserInvited happened, ConsoleDbContext db, CancellationToken ct)
    {
        var user = await db.Set<HubUser>().FindAsync([happened.HubUserId], ct)
            ?? throw new InvalidOperationException("An event names a hub user that is not there.");
        var about = new SubjectRef(SubjectKinds.HubUser, user.Id);
        var inviter = await db.Users.Where(u => u.Id == user.InvitedBy).Select(u => u.DisplayName).SingleOrDefaultAsync(ct);
        await writer.CancelAsync(db, HubUserEmails.InvitationKind, about, ct);
        var link = await issuer.ReplaceAsync(
            db, LinkPurpose.ActivateHubUser, user.Id, user.Id, TimeSpan.FromDays(options.Value.InvitationDays), ct);
        await writer.WriteAsync(db, HubUserEmails.InvitationKind, about, EmailAddress.TryParse(user.Email)!, user.Language,
            link.ProtectedSecret,
            () => emails.Invitation(user, inviter, link.Link.ExpiresAt), ct);
    }
}
