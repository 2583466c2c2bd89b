using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.People.Members.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Features.People.Members.Reactions;

/// <summary>A cancelled invitation, or the confirmation that carried one, is not sent any more, and its link opens nothing.</summary>
internal sealed class TakeBackInvitation(MemberMailer mailer) : IDomainEventHandler<InvitationCancelled>
{
    public async Task HandleAsync(InvitationCancelled happened, ConsoleDbContext db, CancellationToken ct)
    {
        var (member, _) = await MemberMailer.LoadAsync(db, happened, ct);
        await mailer.TakeBackAsync(db, member, ct, MemberEmails.InvitationKind, MemberEmails.ConfirmationKind);
    }
}
