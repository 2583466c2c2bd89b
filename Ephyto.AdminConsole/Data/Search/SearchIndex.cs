using System.Linq.Expressions;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Data.Search;

/// <summary>
/// Finds things by the beginnings of their words. The words are rows of the store, written in the save that makes the thing:
/// a search takes no longer when there is a hundred times as much, and works the same on both databases.
/// </summary>
internal static class SearchIndex
{
    // Beyond so many hits nearly every row of a list fits: to walk the list in its own order is quicker than to collect them.
    private const int Rare = 1000;

    // The last character there is: every word with the same beginning sorts before it.
    private const string Last = "\U0010FFFF";

    /// <summary>
    /// Adds the words of what is new in the context, brings those of what has another name up to date and takes those of what is
    /// removed away, to be saved with it: a name that is to be forgotten is forgotten there too.
    /// </summary>
    public static async Task FollowWordsAsync(this ConsoleDbContext db, CancellationToken ct)
    {
        Dictionary<Guid, List<SearchWord>> wanted = [];
        foreach (var entry in db.ChangeTracker.Entries<ISearchable>().ToList())
        {
            if (entry.State == EntityState.Deleted) wanted[entry.Entity.SearchSubject.Id] = [];
            else if (FollowedTexts.Follow(entry) && entry.State != EntityState.Added)
                wanted[entry.Entity.SearchSubject.Id] = [.. WordsOf(entry.Entity)];
            else if (entry.State == EntityState.Added) db.AddRange(WordsOf(entry.Entity));
        }

        if (wanted.Count == 0) return;
        var ids = wanted.Keys.ToList();
        var kept = (await db.Set<SearchWord>().AsTracking().Where(word => ids.Contains(word.SubjectId)).ToListAsync(ct))
            .ToLookup(word => word.SubjectId);
        foreach (var (id, words) in wanted) db.Replace([.. kept[id]], words);
    }

    public static IEnumerable<SearchWord> WordsOf(ISearchable thing)
    {
        var (kind, id) = thing.SearchSubject;
        var words = SearchWords.Kept(thing.SearchTexts).Select(word => new SearchWord { Kind = kind, Word = word, SubjectId = id });
        return thing.SearchCountry is { } code
            ? words.Append(new SearchWord { Kind = kind, Word = OfCountry(code), SubjectId = id }) : words;
    }

    private static void Replace(this ConsoleDbContext db, List<SearchWord> kept, List<SearchWord> wanted)
    {
        var (before, after) = (kept.ToDictionary(word => word.Word, StringComparer.Ordinal),
            wanted.Select(word => word.Word).ToHashSet(StringComparer.Ordinal));
        // Of a save that failed some may be marked as removed that stay after all.
        foreach (var word in kept) db.Entry(word).State = after.Contains(word.Word) ? EntityState.Unchanged : EntityState.Deleted;
        db.AddRange(wanted.Where(word => !before.ContainsKey(word.Word)));
    }

    /// <summary>Those in which each typed word begins a word, or names the country.</summary>
    /// <param name="kind">That of the things of the query.</param>
    /// <param name="typed">What a person typed; null or blank finds everything.</param>
    /// <param name="countries">The codes of the countries that a word may name.</param>
    public static async Task<IQueryable<T>> FoundByAsync<T>(
        this IQueryable<T> query, ConsoleDbContext db, string kind, string? typed, Func<string, IEnumerable<string>>? countries,
        CancellationToken ct)
        where T : class, ISearchable
    {
        if (FreeText.Line(typed, 100) is not { } text) return query;
        var wanted = SearchWords.Typed(text)
            .Select(word => new Wanted(word, word + Last, [.. (countries?.Invoke(word) ?? []).Select(OfCountry)])).ToList();
        if (wanted.Count == 0) return query.Where(thing => false);

        List<(Wanted Word, IQueryable<Guid> Ids, int Count)> counted = [];
        foreach (var word in wanted)
        {
            var ids = Ids(db, kind, word);
            counted.Add((word, ids, await ids.Take(Rare).CountAsync(ct)));
        }

        var all = query;
        var rarest = counted.MinBy(word => word.Count);
        foreach (var word in counted)
        {
            query = word.Word == rarest.Word && rarest.Count < Rare
                ? query.Where(thing => word.Ids.Contains(EF.Property<Guid>(thing, "Id")))
                : query.Where(HasWord<T>(db, word.Word));
        }

        return FollowedTexts.AreOutOfDate<T>() is { } outOfDate ? await WithOutOfDateAsync(query, all, outOfDate, wanted, ct) : query;
    }

    // Of a row whose words are out of date its own texts count. There is none, unless a node of an earlier console works beside this one.
    private static async Task<IQueryable<T>> WithOutOfDateAsync<T>(
        IQueryable<T> byWords, IQueryable<T> all, Expression<Func<T, bool>> outOfDate, List<Wanted> wanted, CancellationToken ct)
        where T : class, ISearchable
    {
        var rows = await all.AsNoTracking().Where(outOfDate).ToListAsync(ct);
        if (rows.Count == 0) return byWords;
        var byTexts = rows.Where(row => wanted.TrueForAll(word => WordsOf(row).Any(word.Fits)))
            .Select(row => row.SearchSubject.Id).ToList();
        var upToDate = Expression.Lambda<Func<T, bool>>(Expression.Not(outOfDate.Body), outOfDate.Parameters);
        var ids = byWords.Where(upToDate).Select(thing => EF.Property<Guid>(thing, "Id"));
        return all.Where(thing => byTexts.Contains(EF.Property<Guid>(thing, "Id")) || ids.Contains(EF.Property<Guid>(thing, "Id")));
    }

    // The comparison is the database's, character by character: no culture and no StringComparison reaches it.
#pragma warning disable CA1309, CA1310
    // Two questions, each answered from the index: asked as one with "or", SQLite reads every word of the kind.
    private static IQueryable<Guid> Ids(ConsoleDbContext db, string kind, Wanted word)
    {
        var (begin, end, codes) = word;
        var begun = db.Set<SearchWord>().Where(w => w.Kind == kind && string.Compare(w.Word, begin) >= 0 && string.Compare(w.Word, end) < 0)
            .Select(w => w.SubjectId);
        return codes.Count == 0
            ? begun : begun.Concat(db.Set<SearchWord>().Where(w => w.Kind == kind && codes.Contains(w.Word)).Select(w => w.SubjectId));
    }

    // Without the kind, which the id implies: with it SQLite would take the index of all words for that of the thing's own.
    private static Expression<Func<T, bool>> HasWord<T>(ConsoleDbContext db, Wanted word)
        where T : class
    {
        var (begin, end, codes) = word;
        return codes.Count == 0
            ? thing => db.Set<SearchWord>()
            .Any(w => w.SubjectId == EF.Property<Guid>(thing, "Id") && string.Compare(w.Word, begin) >= 0
                && string.Compare(w.Word, end) < 0)
            : thing => db.Set<SearchWord>()
                .Any(w => w.SubjectId == EF.Property<Guid>(thing, "Id")
                    && ((string.Compare(w.Word, begin) >= 0 && string.Compare(w.Word, end) < 0) || codes.Contains(w.Word)));
    }
#pragma warning restore CA1309, CA1310

    private static string OfCountry(string code) => $"={code.ToLowerInvariant()}";

    /// <param name="Begin">How the word begins.</param>
    /// <param name="End">Sorts after every word with this beginning.</param>
    /// <param name="Codes">The countries that it may name, as they stand among the words.</param>
    private sealed record Wanted(string Begin, string End, List<string> Codes)
    {
        public bool Fits(SearchWord kept) => kept.Word.StartsWith(Begin, StringComparison.Ordinal) || Codes.Contains(kept.Word);
    }
}
