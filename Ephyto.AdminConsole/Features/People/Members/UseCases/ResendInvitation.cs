using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

/// <summary>Sends an invitation once more, with a new link; the one before ceases to work.</summary>
internal sealed class ResendInvitation(MemberAct members, IOptions<MembersOptions> options)
{
    public Task<Result<MemberStatus>> HandleAsync(SeenMember seen, Actor actor, CancellationToken ct) =>
        members.ActAsync(seen, Permission.MembersInvite, actor, (member, now) =>
            member.Status == MemberStatus.Invited && now - member.StatusSince < TimeSpan.FromMinutes(options.Value.ResendPauseMinutes)
                ? MemberErrors.ResentRecently
                : member.ResendInvitation(actor.Id, now), ct, EmailCause.Invitation);
}
