using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Features.Members.UseCases;

internal sealed record CorrectInvitationRequest(Guid MemberId, string? Email);

/// <summary>Sends an open invitation to the right address; the link that went to the wrong one ceases to work.</summary>
internal sealed class CorrectInvitation(MemberAct members)
{
    public async Task<Result<MemberStatus>> HandleAsync(CorrectInvitationRequest request, Actor actor, CancellationToken ct) =>
        EmailAddress.TryParse(request.Email) is { } email
            ? await members.ActAsync(request.MemberId, Permission.MembersInvite, actor, (member, now) => member.CorrectAddress(email, actor.Id, now), ct)
            : MemberErrors.InvalidEmail;
}
