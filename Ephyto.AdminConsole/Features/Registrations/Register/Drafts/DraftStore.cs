using System.Data.Common;
using Ephyto.AdminConsole.Data;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Register.Drafts;

/// <summary>A kept form.</summary>
internal sealed record KeptDraft(IReadOnlyDictionary<string, string> Values, DateTime CreatedAt);

/// <summary>
/// Keeps what is typed into the form. A change is written within <see cref="Pause"/>, several at once; it lives here and not
/// in the page, so that a circuit that breaks off loses nothing. Whoever loads sees also what is not written yet.
/// </summary>
internal sealed class DraftStore(
    IDbContextFactory<ConsoleDbContext> contexts, DraftRoom room, TimeProvider time, ILogger<DraftStore> logger) : IHostedService
{
    /// <summary>Forms that wait for the store at the same time, on this node.</summary>
    public const int MostUnsaved = 1_000;

    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(3);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, UnsavedDraft> _unsaved = [];

    /// <summary>Whether forms are kept at all just now; else each stays in its own page.</summary>
    public bool Keeps => room.IsOpen;

    public async Task<KeptDraft?> LoadAsync(string key, CancellationToken ct)
    {
        Dictionary<string, string> unsaved;
        lock (_gate) unsaved = _unsaved.TryGetValue(key, out var found) ? new(found.Values) : [];
        await using var db = await contexts.CreateDbContextAsync(ct);
        var row = await db.Set<RegistrationDraft>().AsNoTracking().SingleOrDefaultAsync(draft => draft.Key == key, ct);
        if (row is null && unsaved.Count == 0) return null;

        var values = row?.Read() ?? [];
        foreach (var (field, text) in unsaved) values[field] = text;
        return new KeptDraft(values, row?.CreatedAt ?? time.GetUtcNow().UtcDateTime);
    }

    /// <returns>True once it is in the store; false when the store refuses: for now, where <see cref="IsTriedAgain"/>, else for
    /// good.</returns>
    public Task<bool> PutAsync(string key, string field, string text, string? sender = null)
    {
        lock (_gate)
        {
            if (!_unsaved.TryGetValue(key, out var unsaved))
            {
                if (_unsaved.Count >= MostUnsaved) return Task.FromResult(false);
                _unsaved[key] = unsaved = new UnsavedDraft { Sender = sender };
                _ = Task.Run(() => WriteUntilSavedAsync(key, unsaved));
            }

            unsaved.Set(field, text);
            return unsaved.Written;
        }
    }

    public bool IsTriedAgain(string key)
    {
        lock (_gate) return _unsaved.ContainsKey(key);
    }

    /// <summary>Waits for what is under way; true when nothing is left to write.</summary>
    public Task<bool> WrittenAsync(string key)
    {
        lock (_gate) return _unsaved.TryGetValue(key, out var unsaved) ? unsaved.Written : Task.FromResult(true);
    }

    public async Task ForgetAsync(string key, CancellationToken ct)
    {
        await WrittenAsync(key);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Set<RegistrationDraft>().Where(draft => draft.Key == key).ExecuteDeleteAsync(ct);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>An orderly end waits for the last words.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        List<Task<bool>> open;
        lock (_gate) open = [.. _unsaved.Values.Select(unsaved => unsaved.Written)];
        await Task.WhenAll(open).WaitAsync(cancellationToken);
    }

    private async Task WriteUntilSavedAsync(string key, UnsavedDraft unsaved)
    {
        var pause = Pause;
        while (true)
        {
            await Task.Delay(pause, time);
            Dictionary<string, string> values;
            int changes;
            lock (_gate) (values, changes) = (new(unsaved.Values), unsaved.Changes);
            var fate = await TryWriteAsync(key, unsaved.Sender, values);
            lock (_gate)
            {
                if (fate == Fate.Written && unsaved.Changes != changes) continue;
                if (fate != Fate.Failed) _unsaved.Remove(key);
                unsaved.Tell(fate == Fate.Written);
            }

            if (fate != Fate.Failed) return;
            pause = PauseAfterFailure;
        }
    }

    private enum Fate
    {
        Written,

        /// <summary>It is tried again.</summary>
        Failed,

        /// <summary>There is no room for it.</summary>
        Refused,
    }

    private async Task<Fate> TryWriteAsync(string key, string? sender, Dictionary<string, string> values)
    {
        if (!room.IsOpen) return Fate.Refused;
        try
        {
            var now = time.GetUtcNow().UtcDateTime;
            await using var db = await contexts.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var row = await db.Set<RegistrationDraft>().SingleOrDefaultAsync(draft => draft.Key == key);
            if (row is null)
            {
                if (!await room.MakeAsync(db, sender, now, CancellationToken.None)) return Fate.Refused;
                db.Add(row = new RegistrationDraft(key, now, sender));
            }

            if (!row.Merge(values, now, room.LargestDraft)) return Fate.Refused;
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return Fate.Written;
        }
        catch (Exception exception)
            when (exception is DbException or DbUpdateException or IOException or TimeoutException or InvalidOperationException)
        {
            logger.LogWarning(exception, "A registration form could not be kept and will be written again");
            return Fate.Failed;
        }
    }
}
