using Ephyto.AdminConsole.Data;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Sandbox.Calls;

/// <summary>
/// On a database that lets one write at a time, calls wait here for each other, one after the other. SQLite itself lets
/// whoever asks at the right moment go first, keeps a thread with each that waits, and gives up on some.
/// </summary>
internal sealed class SandboxTurns(IOptions<DatabaseOptions> database) : IDisposable
{
    private readonly SemaphoreSlim? _turn = database.Value.Provider == DatabaseProvider.Sqlite ? new(1, 1) : null;

    /// <summary>For one statement of its own.</summary>
    public async Task<T> TakeAsync<T>(Func<Task<T>> write, CancellationToken ct)
    {
        await WaitAsync(ct);
        try
        {
            return await write();
        }
        finally
        {
            End();
        }
    }

    /// <summary>For a transaction: of an organization the firsts and its quota, one call of it after the other.</summary>
    /// <param name="db">In which it begins.</param>
    /// <param name="nppoId">Null where nobody was recognised.</param>
    /// <param name="ct">Cancels the waiting.</param>
    public async Task<SandboxTurn> BeginAsync(ConsoleDbContext db, Guid? nppoId, CancellationToken ct)
    {
        await WaitAsync(ct);
        try
        {
            return new(nppoId is { } id ? await db.LockNppoAsync(id, ct) : await db.Database.BeginTransactionAsync(ct), this);
        }
        catch
        {
            End();
            throw;
        }
    }

    public void End() => _turn?.Release();

    public void Dispose() => _turn?.Dispose();

    private Task WaitAsync(CancellationToken ct) => _turn?.WaitAsync(ct) ?? Task.CompletedTask;
}

/// <summary>Ends with the transaction that was begun in it, committed or not.</summary>
internal sealed record SandboxTurn(IDbContextTransaction Transaction, SandboxTurns Turns) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        try
        {
            await Transaction.DisposeAsync();
        }
        finally
        {
            Turns.End();
        }
    }
}
