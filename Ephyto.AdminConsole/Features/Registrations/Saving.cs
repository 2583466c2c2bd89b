using Ephyto.AdminConsole.Data;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations;

internal static class Saving
{
    private const int Attempts = 5;

    /// <summary>
    /// Does again what somebody else's save crossed: two people registered or verified at the same instant, and each of the two may end
    /// or tell the same others. Whoever looks again sees who was first.
    /// </summary>
    /// <param name="save">Reads, changes and saves in a context and a transaction of its own.</param>
    public static async Task<T> AgainAfterConflictAsync<T>(Func<Task<T>> save)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await save();
            }
            catch (DbUpdateException crossed) when (crossed.IsConflict() && attempt < Attempts)
            {
                // Nothing of it was written.
            }
        }
    }
}
