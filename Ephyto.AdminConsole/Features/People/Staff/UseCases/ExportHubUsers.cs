using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Staff.UseCases;

/// <param name="Chosen">Only these of them; null: all.</param>
internal sealed record ExportHubUsersRequest(ListHubUsersRequest Filter, IReadOnlyList<Guid>? Chosen = null);

/// <summary>The whole filtered list, for a spreadsheet. Of the request every page is meant.</summary>
internal sealed class ExportHubUsers(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public async Task<Result<IReadOnlyList<HubUserRow>>> HandleAsync(ExportHubUsersRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.HubUsersManage, ct) is { } refusal) return refusal;

        var users = await (await HubUserFilter.FindAsync(db, request.Filter, ct, request.Chosen)).ToListAsync(ct);
        return await ListHubUsers.RowsAsync(db, users, actor, time.GetUtcNow().UtcDateTime, ct);
    }
}
