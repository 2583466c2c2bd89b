using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Field.Access;

internal sealed class OrganizationsOfAccount : IOrganizationsOfAccount
{
    public async Task<IReadOnlyList<Guid>> FindAsync(ConsoleDbContext db, Guid accountId, CancellationToken ct) =>
        await db.RightfulMembers().Where(m => m.UserId == accountId).Select(m => m.NppoId).Distinct().OrderBy(id => id).ToListAsync(ct);
}
