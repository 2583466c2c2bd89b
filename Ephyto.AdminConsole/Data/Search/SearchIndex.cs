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

    /// <summary>Adds the words of what is new in the context, to be saved with it.</summary>
    public static void AddWordsOfNew(this ConsoleDbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries<ISearchable>().Where(entry => entry.State == EntityState.Added).ToList()) db.AddRange(WordsOf(entry.Entity));
    }

    /// <summary>Takes the words of what is removed out of the store with it: a name that is to be forgotten is forgotten there too.</summary>
    public static async Task RemoveWordsOfRemovedAsync(this ConsoleDbContext db, CancellationToken ct)
    {
        var removed = db.ChangeTracker.Entries<ISearchable>().Where(entry => entry.State == EntityState.Deleted).Select(entry => entry.Entity.SearchSubject.Id).ToList();
        if (removed.Count > 0) db.RemoveRange(await db.Set<SearchWord>().Where(word => removed.Contains(word.SubjectId)).ToListAsync(ct));
    }

    public static IEnumerable<SearchWord> WordsOf(ISearchable thing)
    {
        var (kind, id) = thing.SearchSubject;
        var words = SearchWords.Kept(thing.SearchTexts).Select(word => new SearchWord { Kind = kind, Word = word, SubjectId = id });
        return thing.SearchCountry is { } code ? words.Append(new SearchWord { Kind = kind, Word = OfCountry(code), SubjectId = id }) : words;
    }

    /// <summary>Those in which each typed word begins a word, or names the country.</summary>
    /// <param name="kind">That of the things of the query.</param>
    /// <param name="typed">What a person typed; null or blank finds everything.</param>
    /// <param name="countries">The codes of the countries that a word may name.</param>
    public static async Task<IQueryable<T>> FoundByAsync<T>(
        this IQueryable<T> query, ConsoleDbContext db, string kind, string? typed, Func<string, IEnumerable<string>>? countries, CancellationToken ct)
        where T : AggregateRoot, ISearchable
    {
        if (FreeText.Clean(typed, 100) is not { } text) return query;
        var wanted = SearchWords.Typed(text).Select(word => new Wanted(word, word + Last, [.. (countries?.Invoke(word) ?? []).Select(OfCountry)])).ToList();
        if (wanted.Count == 0) return query.Where(thing => false);

        List<(Wanted Word, IQueryable<Guid> Ids, int Count)> counted = [];
        foreach (var word in wanted)
        {
            var ids = Ids(db, kind, word);
            counted.Add((word, ids, await ids.Take(Rare).CountAsync(ct)));
        }

        var rarest = counted.MinBy(word => word.Count);
        foreach (var word in counted)
        {
            query = word.Word == rarest.Word && rarest.Count < Rare
                ? query.Where(thing => word.Ids.Contains(thing.Id))
                : query.Where(HasWord<T>(db, word.Word));
        }

        return query;
    }

    // The comparison is the database's, character by character: no culture and no StringComparison reaches it.
#pragma warning disable CA1309, CA1310
    // Two questions, each answered from the index: asked as one with "or", SQLite reads every word of the kind.
    private static IQueryable<Guid> Ids(ConsoleDbContext db, string kind, Wanted word)
    {
        var (begin, end, codes) = word;
        var begun = db.Set<SearchWord>().Where(w => w.Kind == kind && string.Compare(w.Word, begin) >= 0 && string.Compare(w.Word, end) < 0).Select(w => w.SubjectId);
        return codes.Count == 0 ? begun : begun.Concat(db.Set<SearchWord>().Where(w => w.Kind == kind && codes.Contains(w.Word)).Select(w => w.SubjectId));
    }

    // Without the kind, which the id implies: with it SQLite would take the index of all words for that of the thing's own.
    private static Expression<Func<T, bool>> HasWord<T>(ConsoleDbContext db, Wanted word)
        where T : AggregateRoot
    {
        var (begin, end, codes) = word;
        return codes.Count == 0
            ? thing => db.Set<SearchWord>().Any(w => w.SubjectId == thing.Id && string.Compare(w.Word, begin) >= 0 && string.Compare(w.Word, end) < 0)
            : thing => db.Set<SearchWord>().Any(w => w.SubjectId == thing.Id && ((string.Compare(w.Word, begin) >= 0 && string.Compare(w.Word, end) < 0) || codes.Contains(w.Word)));
    }
#pragma warning restore CA1309, CA1310

    private static string OfCountry(string code) => $"={code.ToLowerInvariant()}";

    /// <param name="Begin">How the word begins.</param>
    /// <param name="End">Sorts after every word with this beginning.</param>
    /// <param name="Codes">The countries that it may name, as they stand among the words.</param>
    private sealed record Wanted(string Begin, string End, List<string> Codes);
}
