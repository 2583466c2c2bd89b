using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox.Calls;

internal static class ActiveOrganizations
{
    /// <summary>Those whose connections exchange: neither interrupted by the hub, nor gone over to the system of others.</summary>
    public static IQueryable<Nppo> ActiveNppos(this ConsoleDbContext db) => db.Set<Nppo>().AsNoTracking().Where(
        nppo => nppo.Status != NppoStatus.Suspended && nppo.Status != NppoStatus.Closed && nppo.LeftOwnSystemAt == null);
}
