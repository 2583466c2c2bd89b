using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.People.Members.Emails;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.People.Members.Reactions;

/// <summary>
/// An officer has an invitation, or the confirmation with its activation link, sent again: to the invited person, as long as the invitation
/// stands.
/// </summary>
internal sealed class RenewMemberEmail(IOptions<MembersOptions> options, TimeProvider time) : IEmailRenewal
{
    public async Task<Result> RenewAsync(ConsoleDbContext db, OutgoingEmail email, Actor officer, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (await db.Set<Member>().SingleOrDefaultAsync(m => m.Id == email.SubjectId, ct) is not { } member) return AccessErrors.NotFound;
        if (await db.IsClosedAsync(member.NppoId, ct)) return MemberErrors.OrganizationClosed;
        return member.Status == MemberStatus.Invited && now - member.StatusSince < TimeSpan.FromMinutes(options.Value.ResendPauseMinutes)
            ? MemberErrors.ResentRecently
            : member.ResendInvitation(officer.Id, now);
    }
}
