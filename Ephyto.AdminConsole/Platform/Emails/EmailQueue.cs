using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Emails;

/// <summary>
/// The table of e-mails as a queue that several nodes empty: an e-mail is claimed by moving its next attempt ahead in one
/// statement, so that a claim whose node died runs out by itself. While the sending is paused nothing is claimed, on any node.
/// </summary>
internal sealed class EmailQueue(IDbContextFactory<ConsoleDbContext> store, IOptions<EmailOptions> options, TimeProvider time)
{
    private const int Batch = 50;
    private const int Tries = 3;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>E-mails whose time has come, the longest waiting first; another node may be faster to claim them.</summary>
    public async Task<IReadOnlyList<Guid>> FindDueAsync(CancellationToken ct)
    {
        var now = Now;
        await using var db = await store.CreateDbContextAsync(ct);
        return await Due(db, now)
            .OrderBy(email => email.NextAttemptAt).ThenBy(email => email.Id).Select(email => email.Id).Take(Batch).ToListAsync(ct);
    }

    /// <summary>
    /// The e-mail, to be sent by this node alone for the time of the lease; null when it is another's or no longer waits.
    /// </summary>
    public async Task<OutgoingEmail?> ClaimAsync(Guid id)
    {
        var now = Now;
        var lease = now.AddSeconds(options.Value.LeaseSeconds);
        await using var db = await store.CreateDbContextAsync();
        var claimed = await Due(db, now).Where(email => email.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(email => email.NextAttemptAt, lease)
                .SetProperty(email => email.ClaimedUntil, lease));
        return claimed == 1 ? await db.Set<OutgoingEmail>().AsNoTracking().SingleAsync(email => email.Id == id) : null;
    }

    /// <summary>Writes down how an e-mail fared, on top of what may have happened to it meanwhile.</summary>
    public async Task NoteAsync(Guid id, Action<OutgoingEmail> mark)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await store.CreateDbContextAsync();
            mark(await db.Set<OutgoingEmail>().SingleAsync(email => email.Id == id));
            try
            {
                await db.SaveChangesAsync();
                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
                // Taken back in this moment: what it says now is read again.
            }
        }
    }

    private static IQueryable<OutgoingEmail> Due(ConsoleDbContext db, DateTime now) => db.Set<OutgoingEmail>().Where(email =>
        email.State == EmailState.Queued && email.NextAttemptAt <= now
            && !db.Set<SendingSwitch>().Any(sending => sending.PausedAt != null));
}
