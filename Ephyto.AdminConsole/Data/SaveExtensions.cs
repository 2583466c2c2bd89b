using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Data;

internal static class SaveExtensions
{
    /// <param name="taken">Where a place of which there is one was taken meanwhile; null: that is a mistake of the console.</param>
    /// <returns>Null when saved; the refusal when somebody else saved the same thing first, or others kept the store busy.</returns>
    public static async Task<DomainError?> TrySaveAsync(this ConsoleDbContext db, CancellationToken ct, DomainError? taken = null)
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
        catch (DbUpdateException lost) when (taken is not null && lost.IsConflict())
        {
            return taken;
        }
        catch (Exception waited) when (waited.IsBusy())
        {
            return AccessErrors.Busy;
        }
    }

    /// <returns>As <see cref="TrySaveAsync"/>; also where a place of which there is one was taken meanwhile, and that says nothing of its
    /// own.</returns>
    public static Task<DomainError?> TrySaveFirstAsync(this ConsoleDbContext db, CancellationToken ct) =>
        db.TrySaveAsync(ct, AccessErrors.ChangedMeanwhile);
}
