using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Recover.UseCases;

/// <summary>The recovery of an organization under way, for those who administer it.</summary>
internal sealed class ViewOpenRecovery(IDbContextFactory<ConsoleDbContext> contexts)
{
    /// <returns>Null where none is under way, or its address is not verified yet.</returns>
    public async Task<Result<Registration?>> HandleAsync(Guid nppoId, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        // Every member's page asks, so that nobody has asked for what is not theirs.
        if (!await db.AllowsOnNppoAsync(actor, Permission.NppoEdit, nppoId, ct)) return AccessErrors.NotAllowed;
        return Result<Registration?>.Success(await FindAsync(db.Set<Registration>().AsNoTracking(), db, nppoId, ct));
    }

    public static Task<Registration?> FindAsync(IQueryable<Registration> registrations, ConsoleDbContext db, Guid nppoId,
        CancellationToken ct) =>
        registrations.SingleOrDefaultAsync(
            r => r.Kind == RegistrationKind.Recovery && r.VerifiedAt != null && r.OpenCountryCode != null
                && db.Set<Nppo>().Any(n => n.Id == nppoId && n.CurrentCountryCode == r.OpenCountryCode), ct);
}
