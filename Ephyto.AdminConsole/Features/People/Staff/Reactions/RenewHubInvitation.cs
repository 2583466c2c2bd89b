using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.People.Staff.Reactions;

/// <summary>A link that expired, or was replaced: the same person gets another, as long as the invitation stands.</summary>
internal sealed class RenewHubInvitation(IDbContextFactory<ConsoleDbContext> contexts, IOptions<HubUsersOptions> options, TimeProvider time) : ILinkRenewal
{
    public LinkPurpose Purpose => LinkPurpose.ActivateHubUser;

    public async Task RenewAsync(AccessLink link, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var user = await db.Set<HubUser>().FindAsync([link.SubjectId], ct);
        if (user is null || now - user.StatusSince < TimeSpan.FromMinutes(options.Value.ResendPauseMinutes)) return;
        if (user.ResendInvitation(Actor.Invitee(user.Id), now).IsSuccess) await db.SaveChangesAsync(ct);
    }
}
