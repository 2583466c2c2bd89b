using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Links;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Invitations;

/// <summary>
/// A link of an invitation that expired, or was replaced: the same person gets another, as long as the invitation stands.
/// </summary>
/// <param name="pause">How long after a message nobody causes another one.</param>
internal sealed class InvitationRenewal(
    InvitationKind kind, TimeSpan pause, IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time) : ILinkRenewal
{
    public LinkPurpose Purpose => kind.Purpose;

    public async Task RenewAsync(AccessLink link, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await kind.RenewAsync(db, link.SubjectId, now - pause, now, ct)) await db.TrySaveAsync(ct);
    }
}
