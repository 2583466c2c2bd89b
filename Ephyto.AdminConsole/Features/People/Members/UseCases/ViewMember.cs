using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

/// <summary>One member as they are now, for whoever is about to act on them.</summary>
internal sealed class ViewMember(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<Member>> HandleAsync(Guid memberId, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        // A stranger hears the same about a member who exists and one who does not.
        if (await db.Set<Member>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == memberId, ct) is not { } member)
            return AccessErrors.NotAllowed;
        return await db.RefuseOnNppoAsync(actor, Permission.MembersInvite, member.NppoId, ct) is { } refusal ? refusal : member;
    }
}
