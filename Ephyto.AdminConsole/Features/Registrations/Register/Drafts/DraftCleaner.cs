using Ephyto.AdminConsole.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Registrations.Register.Drafts;

/// <summary>Removes forms nobody came back to, and forgets where the others came from. Any number of nodes may do it.</summary>
internal sealed class DraftCleaner(IDbContextFactory<ConsoleDbContext> contexts, IOptions<RegisterOptions> options, TimeProvider time)
{
    /// <returns>How many were removed.</returns>
    public async Task<int> CleanAsync(CancellationToken ct)
    {
        var oldest = time.GetUtcNow().UtcDateTime.AddDays(-options.Value.DraftDays);
        var known = time.GetUtcNow().UtcDateTime - DraftRoom.SenderKnown;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Set<RegistrationDraft>().Where(draft => draft.Sender != null && draft.CreatedAt < known)
            .ExecuteUpdateAsync(set => set.SetProperty(draft => draft.Sender, (string?)null), ct);
        return await db.Set<RegistrationDraft>().Where(draft => draft.UpdatedAt < oldest).ExecuteDeleteAsync(ct);
    }
}
