using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

/// <param name="NppoId">Into which organization.</param>
/// <param name="Addresses">As pasted: one or many.</param>
/// <param name="Role">For all of them.</param>
/// <param name="LastDay">Of the role, in UTC; null for a role without an end.</param>
/// <param name="Language">Of the invitations, two letters.</param>
internal sealed record InviteMembersRequest(Guid NppoId, string? Addresses, NppoRole Role, DateOnly? LastDay, string Language);

public enum InviteOutcome
{
    Invited,
    AlreadyMember,
    NotAnAddress,
    Repeated,

    /// <summary>The eye would take it for the address of a member.</summary>
    LooksAlike,

    /// <summary>So many invitations went to this address, or from this person, that another one has to wait.</summary>
    TooMany,
}

/// <summary>What became of one pasted address.</summary>
public sealed record InviteLine(string Typed, InviteOutcome Outcome);

/// <summary>Invites many at once: each address by itself, so that one that cannot be invited holds up nobody.</summary>
internal sealed class InviteMembers(InviteMember invite)
{
    public const int Most = 100;

    public async Task<Result<List<InviteLine>>> HandleAsync(InviteMembersRequest request, Actor actor, CancellationToken ct)
    {
        var pasted = PastedAddresses.Parse(request.Addresses);
        if (pasted.Count > Most) return MemberErrors.TooManyAddresses;

        if (pasted.Count == 0) return MemberErrors.InvalidEmail;

        List<InviteLine> lines = [];
        HashSet<EmailAddress> seen = [];
        foreach (var (typed, email, _) in pasted)
        {
            var outcome = email is null ? InviteOutcome.NotAnAddress : seen.Add(email) ? InviteOutcome.Invited : InviteOutcome.Repeated;
            if (outcome == InviteOutcome.Invited)
            {
                var invited = await invite.HandleAsync(new(request.NppoId, email!.Value, request.Role, request.Language, request.LastDay),
                    actor, ct);
                if (invited.Error == MemberErrors.AlreadyMember) outcome = InviteOutcome.AlreadyMember;
                else if (invited.Error == MemberErrors.LooksLikeMember) outcome = InviteOutcome.LooksAlike;
                else if (invited.Error == EmailErrors.TooMany) outcome = InviteOutcome.TooMany;
                else if (invited.Error is { } refusal) return refusal;
            }

            lines.Add(new(typed, outcome));
        }

        return lines;
    }
}
