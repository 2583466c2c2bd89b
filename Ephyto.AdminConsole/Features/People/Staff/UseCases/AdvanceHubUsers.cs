using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.People.Staff.UseCases;

/// <summary>Ends the roles whose end has come, and reminds of those that end soon: once, whatever the number of nodes.</summary>
internal sealed class AdvanceHubUsers(IDbContextFactory<ConsoleDbContext> contexts, IOptions<HubUsersOptions> options, TimeProvider time)
{
    /// <returns>How many moved on.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var ahead = TimeSpan.FromDays(options.Value.ReminderDays);
        var horizon = time.GetUtcNow().UtcDateTime + ahead;
        List<Guid> due;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            due = await db.Set<HubUser>().Where(u => u.CurrentKey != null && u.RoleUntil != null && u.RoleUntil <= horizon)
                .Select(u => u.Id).ToListAsync(ct);
        }

        var moved = 0;
        foreach (var id in due)
        {
            if (await AdvanceAsync(id, ahead, ct)) moved++;
        }

        return moved;
    }

    // Each in a save of its own: another node may have been first with one of them.
    private async Task<bool> AdvanceAsync(Guid id, TimeSpan ahead, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var user = await db.Set<HubUser>().SingleOrDefaultAsync(u => u.Id == id, ct);
        return user?.Advance(ahead, time.GetUtcNow().UtcDateTime) == true && await db.TrySaveAsync(ct) is null;
    }
}
