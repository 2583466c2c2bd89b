using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Members.UseCases;

/// <summary>The whole filtered list, for a spreadsheet. Of the request every page is meant.</summary>
internal sealed class ExportMembers(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public async Task<Result<List<MemberRow>>> HandleAsync(ListMembersRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.MembersView, request.NppoId, ct) is { } refusal) return refusal;

        var people = await ListMembers.Filter(db, request).ToListAsync(ct);
        return await MemberRows.ReadAsync(db, people, time.GetUtcNow().UtcDateTime, ct);
    }
}
