using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

/// <param name="NppoId">Into which organization.</param>
/// <param name="Email">As typed.</param>
/// <param name="Role">For the colleague.</param>
/// <param name="Language">Of the invitation, two letters.</param>
/// <param name="LastDay">Of the role, in UTC; null for a role without an end.</param>
internal sealed record InviteMemberRequest(Guid NppoId, string? Email, NppoRole Role, string Language, DateOnly? LastDay = null);

/// <summary>An administrator grants a colleague access. Who asked to join already is admitted by it.</summary>
internal sealed class InviteMember(IDbContextFactory<ConsoleDbContext> contexts, EmailLimits limits, TimeProvider time)
{
    public async Task<Result<Guid>> HandleAsync(InviteMemberRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.MembersInvite, request.NppoId, ct) is { } refusal) return refusal;
        if (EmailAddress.TryParse(request.Email) is not { } email) return EmailAddress.WhyNot(request.Email) ?? MemberErrors.InvalidEmail;

        var now = time.GetUtcNow().UtcDateTime;
        if (Member.IsOver(request.LastDay, now)) return MemberErrors.EndNotAhead;
        var known = await db.Set<Member>()
            .SingleOrDefaultAsync(m => m.NppoId == request.NppoId && m.Email == email.Value && m.CurrentKey != null, ct);
        if (known is { Status: not MemberStatus.JoinRequested }) return MemberErrors.AlreadyMember;
        if (await LooksLikeMemberAsync(db, request.NppoId, email, ct)) return MemberErrors.LooksLikeMember;
        if (!await limits.AllowAsync(EmailCause.Invitation, email.Value, actor.Id.ToString(), ct)) return EmailErrors.TooMany;

        var member = known ?? Member.Invite(request.NppoId, email, request.Language, request.Role, actor.Id, now, request.LastDay);
        if (known is null) db.Add(member);
        else known.Admit(request.Role, actor.Id, now, request.LastDay);
        // A double click, or two administrators at the same moment: the first one's invitation stands.
        return await db.TrySaveAsync(ct, MemberErrors.AlreadyMember) is { } lost ? lost : member.Id;
    }

    /// <summary>Whether the eye would take the address for that of somebody else who belongs to the organization.</summary>
    public static async Task<bool> LooksLikeMemberAsync(ConsoleDbContext db, Guid nppoId, EmailAddress email, CancellationToken ct)
    {
        var members = db.Set<Member>()
            .Where(m => m.NppoId == nppoId && m.CurrentKey != null && m.Status != MemberStatus.JoinRequested && m.Email != email.Value);
        var others = await members.Select(m => m.Email).ToListAsync(ct);
        return others.Any(other => EmailAddress.TryParse(other)?.LooksLike == email.LooksLike);
    }
}
