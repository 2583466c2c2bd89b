using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Staff.UseCases;

/// <param name="Email">As typed.</param>
/// <param name="Role">In the hub.</param>
/// <param name="Language">Of the invitation, two letters.</param>
internal sealed record InviteHubUserRequest(string? Email, HubRole Role, string Language);

/// <summary>A Hub administrator offers somebody a role in the hub.</summary>
internal sealed class InviteHubUser(IDbContextFactory<ConsoleDbContext> contexts, EmailLimits limits, TimeProvider time)
{
    public async Task<Result<Guid>> HandleAsync(InviteHubUserRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.HubUsersManage, ct) is { } refusal) return refusal;
        if (EmailAddress.TryParse(request.Email) is not { } email) return EmailAddress.WhyNot(request.Email) ?? HubUserErrors.InvalidEmail;
        // Read once: somebody who is entered meanwhile by another administrator is found by the save.
        var there = await db.Set<HubUser>().Where(u => u.CurrentKey != null).Select(u => u.Email).ToListAsync(ct);
        if (there.Any(other => EmailAddress.TryParse(other)?.Value == email.Value)) return HubUserErrors.AlreadyThere;
        if (there.Any(other => EmailAddress.TryParse(other)?.LooksLike == email.LooksLike)) return HubUserErrors.LooksLikeOther;
        if (!await limits.AllowAsync(EmailCause.Invitation, email.Value, actor.Id.ToString(), ct)) return EmailErrors.TooMany;

        var user = HubUser.Invite(email, request.Language, request.Role, actor.Id, time.GetUtcNow().UtcDateTime);
        db.Add(user);
        // A double click, or two administrators at the same moment: the first one's invitation stands.
        return await db.TrySaveAsync(ct, HubUserErrors.AlreadyThere) is { } lost ? lost : user.Id;
    }
}
