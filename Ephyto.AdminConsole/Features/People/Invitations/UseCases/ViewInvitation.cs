using Ephyto.AdminConsole.Components.Account;
using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Invitations.UseCases;

/// <summary>What the holder of an invitation's link is shown before deciding.</summary>
/// <param name="Purpose">Of the link: into an organization, or into the hub.</param>
/// <param name="Link">How the link stands.</param>
/// <param name="Invitation">What it opens.</param>
/// <param name="InvitedBy">The colleague's name; null where nobody invited.</param>
/// <param name="HasAccount">Whether the address has an account already, whose password then is asked for.</param>
public sealed record InvitationView(LinkPurpose Purpose, LinkState Link, Invitation Invitation, string? InvitedBy, bool HasAccount);

/// <summary>Shows an invitation to whoever holds its link. It changes nothing.</summary>
internal sealed class ViewInvitation(IDbContextFactory<ConsoleDbContext> contexts, AccountMaker accounts, TimeProvider time)
{
    public async Task<Result<InvitationView>> HandleAsync(Guid linkId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<AccessLink>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == linkId, ct) is not { } link
            || InvitationKind.Of(link.Purpose) is not { } kind
            || await kind.FindAsync(db, link.SubjectId, ct) is not { } invitation) return AccessErrors.NotFound;

        var inviter = await db.Users.Where(u => u.Id == invitation.InvitedBy).Select(u => u.DisplayName).SingleOrDefaultAsync(ct);
        var normalized = accounts.Normalize(invitation.Email);
        var hasAccount = await db.Users.AnyAsync(u => u.NormalizedEmail == normalized, ct);
        var state = link.StateAt(time.GetUtcNow().UtcDateTime);
        // Nobody enters a closed organization, whatever link was still open when it closed.
        if (invitation.Organization is { IsClosed: true } && state == LinkState.Open) state = LinkState.Revoked;
        return new InvitationView(link.Purpose, state, invitation, inviter, hasAccount);
    }
}
