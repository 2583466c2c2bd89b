using Ephyto.AdminConsole.Data.Identity;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Data.Search;

/// <summary>
/// What was written before there was a table of words gets them, and what was renamed past them gets those of its new name. Two
/// nodes may do so at the same time.
/// </summary>
internal sealed class SearchWordsOfOldRows(IDbContextFactory<ConsoleDbContext> contexts) : IStoreCompletion
{
    private const int Batch = 500;

    // What is left then gets its words the next time, and is found by its own texts until then.
    private const int MostLost = 20;

    public async Task CompleteAsync(ConsoleDbContext db, CancellationToken ct)
    {
        await CompleteAsync<Registration>(ct);
        await CompleteAsync<OutgoingEmail>(ct);
        await FollowAsync(ct);
    }

    /// <summary>Brings the words, and the order by name, of what may be renamed up to date.</summary>
    public async Task FollowAsync(CancellationToken ct)
    {
        await FollowAsync<Member>(ct);
        await FollowAsync<HubUser>(ct);
        await FollowAsync<Nppo>(ct);
        await FollowAsync<ConsoleUser>(ct);
    }

    // The save brings the words: what is tracked with words that are out of date gets its own.
    private async Task FollowAsync<T>(CancellationToken ct)
        where T : class, ISearchable
    {
        for (var lost = 0; lost < MostLost;)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var rows = await db.Set<T>().Where(FollowedTexts.AreOutOfDate<T>()!).OrderBy(row => EF.Property<Guid>(row, "Id")).Take(Batch)
                .ToListAsync(ct);
            if (rows.Count == 0) return;
            if (!await IsSavedAsync(db, ct)) lost++;
        }
    }

    // Others save the same at the same time: look again at what is left.
    private static async Task<bool> IsSavedAsync(ConsoleDbContext db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException lost) when (lost.IsConflict())
        {
            return false;
        }
    }

    private async Task CompleteAsync<T>(CancellationToken ct)
        where T : AggregateRoot, ISearchable
    {
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var without = await db.Set<T>().AsNoTracking().IgnoreAutoIncludes()
                .Where(thing => !db.Set<SearchWord>().Any(word => word.SubjectId == thing.Id))
                .OrderBy(thing => thing.Id).Take(Batch).ToListAsync(ct);
            if (without.Count == 0) return;
            db.AddRange(without.SelectMany(thing => SearchIndex.WordsOf(thing)));
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException lost) when (lost.IsConflict())
            {
                // Another node wrote some of them in between: look again at what is left.
            }
        }
    }
}
