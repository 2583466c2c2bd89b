using Ephyto.AdminConsole.Components.Account;
using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Invitations.UseCases;

/// <summary>What the holder of a link to a role in the hub is shown before deciding.</summary>
/// <param name="Link">How the link stands.</param>
/// <param name="User">The role it offers.</param>
/// <param name="InvitedBy">The colleague's name, where one invited.</param>
/// <param name="HasAccount">Whether the address has an account already, whose password then is asked for.</param>
public sealed record HubInvitationView(LinkState Link, HubUser User, string? InvitedBy, bool HasAccount);

/// <summary>Shows an invitation to the hub to whoever holds its link. It changes nothing.</summary>
internal sealed class ViewHubInvitation(IDbContextFactory<ConsoleDbContext> contexts, AccountMaker accounts, TimeProvider time)
{
    public async Task<Result<HubInvitationView>> HandleAsync(Guid linkId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var link = await db.Set<AccessLink>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == linkId && l.Purpose == LinkPurpose.ActivateHubUser, ct);
        if (link is null || await db.Set<HubUser>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == link.SubjectId, ct) is not { } user)
            return AccessErrors.NotFound;

        var inviter = await db.Users.Where(u => u.Id == user.InvitedBy).Select(u => u.DisplayName).SingleOrDefaultAsync(ct);
        var normalized = accounts.Normalize(user.Email);
        var hasAccount = await db.Users.AnyAsync(u => u.NormalizedEmail == normalized, ct);
        return new HubInvitationView(link.StateAt(time.GetUtcNow().UtcDateTime), user, inviter, hasAccount);
    }
}
