using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Data;

internal static class SaveExtensions
{
    /// <returns>Null when saved; the refusal when somebody else saved the same thing first, or others kept the store busy.</returns>
    public static async Task<DomainError?> TrySaveAsync(this ConsoleDbContext db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (Exception lost) when (lost is DbUpdateConcurrencyException || lost.IsDeadlock())
        {
            return AccessErrors.ChangedMeanwhile;
        }
        catch (Exception waited) when (waited.IsBusy())
        {
            return AccessErrors.Busy;
        }
    }

    /// <returns>As <see cref="TrySaveAsync"/>; also where a place of which there is one was taken meanwhile, and that says nothing of its
    /// own.</returns>
    public static async Task<DomainError?> TrySaveFirstAsync(this ConsoleDbContext db, CancellationToken ct)
    {
        try
        {
            return await db.TrySaveAsync(ct);
        }
        catch (DbUpdateException taken) when (taken.IsConflict())
        {
            return AccessErrors.ChangedMeanwhile;
        }
    }
}
