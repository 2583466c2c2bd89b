using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.People.Staff.Emails;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.People.Staff.Reactions;

/// <summary>Who may invite people of the hub has an invitation sent again, to that person, as long as the invitation stands.</summary>
internal sealed class RenewHubInvitationEmail(IOptions<HubUsersOptions> options, TimeProvider time) : IEmailRenewal
{
    public async Task<Result> RenewAsync(ConsoleDbContext db, OutgoingEmail email, Actor officer, CancellationToken ct)
    {
        // The outbox shows it to more people than may invite.
        if (!await db.AllowsOnHubAsync(officer, Permission.HubUsersManage, ct)) return AccessErrors.NotAllowed;
        var now = time.GetUtcNow().UtcDateTime;
        if (await db.Set<HubUser>().SingleOrDefaultAsync(u => u.Id == email.SubjectId, ct) is not { } user) return AccessErrors.NotFound;
        return user.Status == HubUserStatus.Invited && now - user.StatusSince < TimeSpan.FromMinutes(options.Value.ResendPauseMinutes)
            ? HubUserErrors.ResentRecently
            : user.ResendInvitation(officer, now);
    }
}
