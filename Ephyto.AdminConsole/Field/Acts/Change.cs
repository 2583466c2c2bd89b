using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Ephyto.AdminConsole.Field.Acts;

/// <summary>One change of one aggregate, as <see cref="Changes"/> carries it out; what is left out is not needed.</summary>
/// <typeparam name="TAggregate">What is changed.</typeparam>
/// <param name="Id">Which.</param>
internal sealed record Change<TAggregate>(Guid Id)
    where TAggregate : AggregateRoot
{
    /// <summary>Begins a transaction that others wait for: who may, and what is read, stays true until it commits.</summary>
    public Func<ConsoleDbContext, CancellationToken, Task<IDbContextTransaction>>? Lock { get; init; }

    /// <summary>Who may; the refusal, or null. Before anything is looked for: a stranger does not learn what exists.</summary>
    public Func<ConsoleDbContext, CancellationToken, Task<DomainError?>>? Guard { get; init; }

    /// <summary>Finds it in another way than by its id.</summary>
    public Func<ConsoleDbContext, CancellationToken, Task<TAggregate?>>? Load { get; init; }

    /// <summary>What is said where there is none.</summary>
    public DomainError Missing { get; init; } = AccessErrors.NotFound;

    /// <summary>Who may, where only the aggregate says whose it is.</summary>
    public Func<ConsoleDbContext, TAggregate, CancellationToken, Task<DomainError?>>? GuardOf { get; init; }

    /// <summary>The version that the person had before their eyes: on something newer nobody acts unseen.</summary>
    public int? SeenVersion { get; init; }

    /// <summary>What it means that the save found a place taken of which there is one; without it that is a fault.</summary>
    public DomainError? Taken { get; init; }

    /// <summary>What has to hold of the whole once the change is written, before it counts; needs a lock.</summary>
    public Func<ConsoleDbContext, CancellationToken, Task<DomainError?>>? Holds { get; init; }
}

/// <summary>
/// The one order in which a change is made: open the store, wait for one's turn, ask who may, load, compare the version that was
/// shown, act, save. The turn comes before the right, because a right can end while somebody waits.
/// </summary>
internal sealed class Changes(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    /// <param name="change">Of what, and under which conditions.</param>
    /// <param name="act">The domain's method, with the moment, UTC.</param>
    /// <param name="result">Of the changed aggregate.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<T>> MakeAsync<TAggregate, T>(
        Change<TAggregate> change, Func<TAggregate, DateTime, Result> act, Func<TAggregate, T> result, CancellationToken ct)
        where TAggregate : AggregateRoot =>
        MakeAsync(change, (_, aggregate, now) => Task.FromResult(act(aggregate, now)), (_, aggregate) => result(aggregate), ct);

    /// <inheritdoc cref="MakeAsync{TAggregate,T}(Change{TAggregate},Func{TAggregate,DateTime,Result},Func{TAggregate,T},CancellationToken)"
    ///     />
    /// <remarks>For acts that look for more in the store, or add to it; the context is theirs until the save.</remarks>
    public async Task<Result<T>> MakeAsync<TAggregate, T>(
        Change<TAggregate> change, Func<ConsoleDbContext, TAggregate, DateTime, Task<Result>> act,
        Func<ConsoleDbContext, TAggregate, T> result, CancellationToken ct)
        where TAggregate : AggregateRoot
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var turn = change.Lock is { } wait ? await wait(db, ct) : null;
        if (change.Guard is { } guard && await guard(db, ct) is { } refusal) return refusal;
        if (await LoadAsync(db, change, ct) is not { } aggregate) return change.Missing;
        if (change.GuardOf is { } guardOf && await guardOf(db, aggregate, ct) is { } refused) return refused;
        if (change.SeenVersion is { } seen && seen != aggregate.Version) return AccessErrors.ChangedMeanwhile;

        if ((await act(db, aggregate, time.GetUtcNow().UtcDateTime)).Error is { } impossible) return impossible;
        if (await db.TrySaveAsync(ct, change.Taken) is { } lost) return lost;
        if (change.Holds is { } holds && await holds(db, ct) is { } broken) return broken;
        if (turn is not null) await turn.CommitAsync(ct);
        return result(db, aggregate);
    }

    private static Task<TAggregate?> LoadAsync<TAggregate>(ConsoleDbContext db, Change<TAggregate> change, CancellationToken ct)
        where TAggregate : AggregateRoot =>
        change.Load is { } load ? load(db, ct) : db.Set<TAggregate>().SingleOrDefaultAsync(one => one.Id == change.Id, ct);
}
