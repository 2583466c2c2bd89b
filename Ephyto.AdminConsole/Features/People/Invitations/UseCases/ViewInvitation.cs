using Ephyto.AdminConsole.Components.Account;
using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Invitations.UseCases;

/// <summary>What the holder of an activation link is shown before deciding.</summary>
/// <param name="Link">How the link stands.</param>
/// <param name="Member">The membership it opens.</param>
/// <param name="Organization">The name of the NPPO.</param>
/// <param name="CountryCode">Its country.</param>
/// <param name="InvitedBy">The colleague's name; null for the initial administrator.</param>
/// <param name="HasAccount">Whether the address has an account already, whose password then is asked for.</param>
public sealed record InvitationView(
    LinkState Link, Member Member, string Organization, string CountryCode, string? InvitedBy, bool HasAccount);

/// <summary>Shows an invitation to whoever holds its link. It changes nothing.</summary>
internal sealed class ViewInvitation(IDbContextFactory<ConsoleDbContext> contexts, AccountMaker accounts, TimeProvider time)
{
    public async Task<Result<InvitationView>> HandleAsync(Guid linkId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var link = await db.Set<AccessLink>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == linkId && l.Purpose == LinkPurpose.ActivateAccount, ct);
        if (link is null) return AccessErrors.NotFound;
        var member = await db.Set<Member>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == link.SubjectId, ct);
        if (member is null) return AccessErrors.NotFound;

        var nppo = await db.Set<Nppo>().AsNoTracking().SingleAsync(n => n.Id == member.NppoId, ct);
        var inviter = await db.Users.Where(u => u.Id == member.InvitedBy).Select(u => u.DisplayName).SingleOrDefaultAsync(ct);
        var normalized = accounts.Normalize(member.Email);
        var hasAccount = await db.Users.AnyAsync(u => u.NormalizedEmail == normalized, ct);
        var state = link.StateAt(time.GetUtcNow().UtcDateTime);
        // Nobody enters a closed organisation, whatever link was still open when it closed.
        if (nppo.Status == NppoStatus.Closed && state == LinkState.Open) state = LinkState.Revoked;
        return new InvitationView(state, member, nppo.Organization.Name, nppo.CountryCode, inviter, hasAccount);
    }
}
