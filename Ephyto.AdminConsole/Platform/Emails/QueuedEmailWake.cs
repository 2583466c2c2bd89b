using System.Data.Common;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Ephyto.AdminConsole.Platform.Emails;

/// <summary>Wakes the dispatcher once a save that queued an e-mail is committed, be it by itself or with a transaction around it.</summary>
internal sealed class QueuedEmailWake(EmailSignal signal) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result,
        CancellationToken cancellationToken = default)
    {
        WakeFor(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData,
        CancellationToken cancellationToken = default)
    {
        WakeFor(eventData.Context);
        return Task.CompletedTask;
    }

    private void WakeFor(DbContext? db)
    {
        if (db is not null
            && db.ChangeTracker.Entries<OutgoingEmail>().Any(entry => entry.Entity is { State: EmailState.Queued, Attempts: 0 }))
        {
            signal.Pulse();
        }
    }
}
