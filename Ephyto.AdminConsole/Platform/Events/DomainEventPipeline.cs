using System.Data.Common;
using System.Runtime.CompilerServices;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Search;
using Ephyto.AdminConsole.Platform.Auditing;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Ephyto.AdminConsole.Platform.Events;

/// <summary>
/// The one way of domain events. Before a save: the handlers add e-mails and follow-ups, the audit rows and the words of what is
/// new or renamed join, all in one transaction. After the commit: the live feed is told of them and of e-mails that began to wait. A failed
/// save leaves nothing behind and keeps its events.
/// </summary>
internal sealed class DomainEventPipeline(
    IServiceScopeFactory scopes, IEnumerable<DomainEventSubscription> subscriptions, ILiveBroadcast broadcast)
    : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, PendingSave> _pending = [];
    private readonly DomainEventSubscription[] _subscriptions = [.. subscriptions];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new NotSupportedException("Save asynchronously: the event pipeline is asynchronous.");

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not ConsoleDbContext db) return result;

        var before = db.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        var pending = _pending.GetValue(db, _ => new PendingSave());
        var events = await HandleAllUndisturbedAsync(db, cancellationToken);
        await db.FollowWordsAsync(cancellationToken);
        foreach (var entry in db.ChangeTracker.Entries<AggregateRoot>().Where(HasChanged)) entry.Entity.AdvanceVersion();
        try
        {
            await RecordAsync(db, pending, events, cancellationToken);
        }
        catch
        {
            pending.Added.AddRange(AddedSince(before, db));
            await RollBackAsync(pending);
            throw;
        }

        pending.Added.AddRange(AddedSince(before, db));
        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not ConsoleDbContext db || !_pending.TryGetValue(db, out var pending)) return result;

        foreach (var aggregate in db.ChangeTracker.Entries<AggregateRoot>()) aggregate.Entity.ClearDomainEvents();
        pending.Added.Clear();
        if (pending.OwnTransaction is { } own)
        {
            pending.OwnTransaction = null;
            await own.CommitAsync(cancellationToken);
            await own.DisposeAsync();
        }

        return result;
    }

    public override async Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is ConsoleDbContext db && _pending.TryGetValue(db, out var pending)) await RollBackAsync(pending);

        // Two saves that waited for each other are a lost race: whoever saves expects those, and tells the person.
        if (eventData.Exception is { } failed and not DbUpdateConcurrencyException && failed.IsDeadlock())
            throw new DbUpdateConcurrencyException("Another save waited for this one while this one waited for it.", failed);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData,
        CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not null && _pending.TryGetValue(eventData.Context, out var pending) && pending.Changes.Count > 0)
        {
            LiveChange[] changes = [.. pending.Changes];
            pending.Changes.Clear();
            broadcast.Deliver(changes);
        }

        return Task.CompletedTask;
    }

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData,
        CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not null && _pending.TryGetValue(eventData.Context, out var pending)) pending.Changes.Clear();
        return Task.CompletedTask;
    }

    private async Task RecordAsync(ConsoleDbContext db, PendingSave pending, List<DomainEvent> events, CancellationToken ct)
    {
        var changes = events.SelectMany(e => e.Subjects).Concat(WithNewEmails(db)).Select(s => new LiveChange(s.Kind, s.Id)).ToHashSet();
        if (changes.Count == 0) return;
        if (db.Database.CurrentTransaction is null) pending.OwnTransaction = await db.Database.BeginTransactionAsync(ct);
        if (events.Count > 0) await AuditTrail.AppendAsync(db, events, ct);
        await broadcast.AnnounceAsync(db, changes, ct);
        pending.Changes.UnionWith(changes);
    }

    // That an e-mail waits is no act and stands in no audit row, but the outbox and the page of what it is about show it.
    private static IEnumerable<SubjectRef> WithNewEmails(ConsoleDbContext db) => db.ChangeTracker.Entries<OutgoingEmail>()
        .Where(entry => entry.State == EntityState.Added)
        .SelectMany(
            entry => new SubjectRef[] { new(SubjectKinds.Email, entry.Entity.Id), new(entry.Entity.SubjectKind, entry.Entity.SubjectId) });

    private static IEnumerable<EntityEntry> AddedSince(HashSet<object> before, ConsoleDbContext db) =>
        db.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Added && !before.Contains(entry.Entity));

    // The save looks for what changed when all is done. To look through the whole context at every query of every handler
    // would make a save of hundreds of entries take seconds.
    private async Task<List<DomainEvent>> HandleAllUndisturbedAsync(ConsoleDbContext db, CancellationToken ct)
    {
        var before = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await HandleAllAsync(db, ct);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = before;
        }
    }

    // A handler may raise events itself (a confirmed registration makes an NPPO), so it goes on until none is new.
    private async Task<List<DomainEvent>> HandleAllAsync(ConsoleDbContext db, CancellationToken ct)
    {
        List<DomainEvent> handled = [];
        await using var scope = scopes.CreateAsyncScope();
        while (true)
        {
            var fresh = db.ChangeTracker.Entries<AggregateRoot>().SelectMany(entry => entry.Entity.DomainEvents)
                .Except(handled, ReferenceEqualityComparer.Instance)
                .Cast<DomainEvent>().ToList();
            if (fresh.Count == 0) return handled;
            foreach (var happened in fresh)
            {
                handled.Add(happened);
                foreach (var subscription in _subscriptions.Where(s => s.EventType.IsInstanceOfType(happened)))
                    await subscription.HandleAsync(scope.ServiceProvider, happened, db, ct);
            }
        }
    }

    private static bool HasChanged(EntityEntry<AggregateRoot> entry) =>
        entry.State is EntityState.Added or EntityState.Modified || entry.Entity.DomainEvents.Count > 0;

    private static async Task RollBackAsync(PendingSave pending)
    {
        foreach (var entry in pending.Added) entry.State = EntityState.Detached;
        pending.Added.Clear();
        pending.Changes.Clear();
        if (pending.OwnTransaction is not { } own) return;
        pending.OwnTransaction = null;
        await own.DisposeAsync();
    }
}
