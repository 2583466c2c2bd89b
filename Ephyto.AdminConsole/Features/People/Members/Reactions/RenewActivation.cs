using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Links;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.People.Members.Reactions;

/// <summary>An activation link that expired, or was replaced: the same person gets another, as long as the invitation stands and the organisation is a member.</summary>
internal sealed class RenewActivation(IDbContextFactory<ConsoleDbContext> contexts, IOptions<MembersOptions> options, TimeProvider time) : ILinkRenewal
{
    public LinkPurpose Purpose => LinkPurpose.ActivateAccount;

    public async Task RenewAsync(AccessLink link, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var member = await db.Set<Member>().FindAsync([link.SubjectId], ct);
        if (member is null || await db.IsClosedAsync(member.NppoId, ct) || now - member.StatusSince < TimeSpan.FromMinutes(options.Value.ResendPauseMinutes)) return;
        if (member.RenewInvitation(now).IsSuccess) await db.SaveChangesAsync(ct);
    }
}
