using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.HubUsers.UseCases;

/// <param name="Email">As typed.</param>
/// <param name="Role">In the hub.</param>
/// <param name="Language">Of the invitation, two letters.</param>
internal sealed record InviteHubUserRequest(string? Email, HubRole Role, string Language);

/// <summary>A Hub administrator offers somebody a role in the hub.</summary>
internal sealed class InviteHubUser(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public async Task<Result<Guid>> HandleAsync(InviteHubUserRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.HubUsersManage, ct) is { } refusal) return refusal;
        if (EmailAddress.TryParse(request.Email) is not { } email) return HubUserErrors.InvalidEmail;
        if (await db.Set<HubUser>().AnyAsync(u => u.CurrentKey == email.Value, ct)) return HubUserErrors.AlreadyThere;

        var user = HubUser.Invite(email, request.Language, request.Role, actor.Id, time.GetUtcNow().UtcDateTime);
        db.Add(user);
        try
        {
            return await db.TrySaveAsync(ct) is { } changed ? changed : user.Id;
        }
        catch (DbUpdateException lost) when (lost.IsConflict())
        {
            // A double click, or two administrators at the same moment: the first one's invitation stands.
            return HubUserErrors.AlreadyThere;
        }
    }
}
