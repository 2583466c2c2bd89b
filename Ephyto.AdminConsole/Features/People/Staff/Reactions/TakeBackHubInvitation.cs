using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.People.Staff.Emails;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;

namespace Ephyto.AdminConsole.Features.People.Staff.Reactions;

/// <summary>A cancelled invitation is not sent any more, and its link opens nothing.</summary>
internal sealed class TakeBackHubInvitation(LinkIssuer issuer, EmailWriter writer) : IDomainEventHandler<HubInvitationCancelled>
{
    public async Task HandleAsync(HubInvitationCancelled happened, ConsoleDbContext db, CancellationToken ct)
    {
        await writer.CancelAsync(db, HubUserEmails.InvitationKind, new(SubjectKinds.HubUser, happened.HubUserId), ct);
        await issuer.RevokeAsync(db, LinkPurpose.ActivateHubUser, happened.HubUserId, ct);
    }
}
