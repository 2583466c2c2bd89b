using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

internal sealed record CorrectInvitationRequest(SeenMember Member, string? Email);

/// <summary>Sends an open invitation to the right address; the link that went to the wrong one ceases to work.</summary>
internal sealed class CorrectInvitation(MemberAct members)
{
    public async Task<Result<MemberStatus>> HandleAsync(CorrectInvitationRequest request, Actor actor, CancellationToken ct) =>
        EmailAddress.TryParse(request.Email) is { } email
            ? await members.ActAsync(request.Member, Permission.MembersInvite, actor,
                (member, now) => member.CorrectAddress(email, actor.Id, now), ct,
                EmailCause.Invitation, email.Value)
            : EmailAddress.WhyNot(request.Email) ?? MemberErrors.InvalidEmail;
}
