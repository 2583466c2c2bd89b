using System.Linq.Expressions;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Ephyto.AdminConsole.Data.Search;

/// <summary>
/// What is found by texts that may change: people and organizations. Beside its own columns each row keeps the texts that its words
/// were made of. Where those are no longer the row's own, something wrote it that knows no words (a node of an earlier console, an
/// update past the pipeline), and the words are out of date.
/// </summary>
internal static class FollowedTexts
{
    /// <summary>The column with the texts that the words were made of.</summary>
    public const string Texts = "SearchedTexts";

    /// <summary>The column by which a list of names is sorted: the texts, folded.</summary>
    public const string NameOrder = "NameOrder";

    // Below the space, so that a short name comes before a longer one that begins with it, whatever follows.
    private const char AfterName = '\t';
    private const char Between = '|';

    // As the database puts together what ISearchable.SearchTexts gives.
    private static readonly Dictionary<Type, LambdaExpression> Columns = new()
    {
        [typeof(Member)] = (Expression<Func<Member, string>>)(m => m.Person.FamilyName + "|" + m.Person.GivenName + "|" + m.Email),
        [typeof(HubUser)] = (Expression<Func<HubUser, string>>)(u => u.DisplayName + "|" + u.Email),
        [typeof(Nppo)] = (Expression<Func<Nppo, string>>)(n => n.Organization.Name + "|" + n.Organization.NameInEnglish),
        [typeof(ConsoleUser)] = (Expression<Func<ConsoleUser, string>>)(u => u.DisplayName + "|" + (u.Email ?? "")),
    };

    public static IEnumerable<Type> Types => Columns.Keys;

    /// <summary>Whether the words of a row are out of date; null where the texts of such things never change.</summary>
    public static Expression<Func<T, bool>>? AreOutOfDate<T>()
        where T : class, ISearchable
    {
        if (!Columns.TryGetValue(typeof(T), out var texts)) return null;
        var row = texts.Parameters[0];
        var kept = Expression.Call(typeof(EF), nameof(EF.Property), [typeof(string)], row, Expression.Constant(Texts));
        return Expression.Lambda<Func<T, bool>>(Expression.NotEqual(kept, texts.Body), row);
    }

    /// <summary>Keeps with the row what its words are made of.</summary>
    /// <returns>Whether the words have to be made anew.</returns>
    public static bool Follow(EntityEntry<ISearchable> entry)
    {
        if (!Columns.ContainsKey(entry.Metadata.ClrType)) return false;
        var (texts, kept) = (string.Join(Between, entry.Entity.SearchTexts), entry.Property(Texts));
        kept.CurrentValue = texts;
        entry.Property(NameOrder).CurrentValue = string.Join(AfterName, entry.Entity.SearchTexts.Select(FoldedText.Of));
        // Against what the store has: a save that failed may be tried again.
        return entry.State == EntityState.Added || kept.OriginalValue as string != texts;
    }

    /// <summary>In the order of names, the same on both databases, accents and case aside.</summary>
    public static IOrderedQueryable<T> OrderByName<T>(this IQueryable<T> query)
        where T : class, ISearchable =>
            query.OrderBy(row => EF.Property<string>(row, NameOrder)).ThenBy(row => EF.Property<Guid>(row, "Id"));

    /// <inheritdoc cref="OrderByName"/>
    public static IOrderedQueryable<T> ThenByName<T>(this IOrderedQueryable<T> query)
        where T : class, ISearchable =>
            query.ThenBy(row => EF.Property<string>(row, NameOrder)).ThenBy(row => EF.Property<Guid>(row, "Id"));
}
