using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

/// <param name="Chosen">Only these of them; null: all.</param>
internal sealed record ExportMembersRequest(ListMembersRequest Filter, IReadOnlyList<Guid>? Chosen = null);

/// <param name="Rows">One for each member.</param>
/// <param name="MayManage">Whether the reader administers them, and so is told how their accounts are guarded.</param>
internal sealed record MemberExport(List<MemberRow> Rows, bool MayManage);

/// <summary>The whole filtered list, for a spreadsheet. Of the request every page is meant.</summary>
internal sealed class ExportMembers(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public async Task<Result<MemberExport>> HandleAsync(ExportMembersRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.MembersView, request.Filter.NppoId, ct) is { } refusal) return refusal;

        var mayManage = await db.AllowsOnNppoAsync(actor, Permission.MembersManage, request.Filter.NppoId, ct);
        var people = await (await FilteredMembers.FindAsync(db, request.Filter, mayManage, ct, request.Chosen)).ToListAsync(ct);
        return new MemberExport(await MemberRows.ReadAsync(db, people, mayManage, time.GetUtcNow().UtcDateTime, ct), mayManage);
    }
}
