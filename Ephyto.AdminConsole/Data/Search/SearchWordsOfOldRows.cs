using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Data.Search;

/// <summary>Registrations and mails written before there was a table of words get theirs, once. Two nodes may do so at the same time.</summary>
internal sealed class SearchWordsOfOldRows(IDbContextFactory<ConsoleDbContext> contexts) : IStoreCompletion
{
    private const int Batch = 500;

    public async Task CompleteAsync(ConsoleDbContext db, CancellationToken ct)
    {
        await CompleteAsync<Registration>(ct);
        await CompleteAsync<OutgoingEmail>(ct);
    }

    private async Task CompleteAsync<T>(CancellationToken ct)
        where T : AggregateRoot, ISearchable
    {
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var without = await db.Set<T>().AsNoTracking().IgnoreAutoIncludes().Where(thing => !db.Set<SearchWord>().Any(word => word.SubjectId == thing.Id))
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
