using System.Linq.Expressions;
using System.Reflection;

namespace Ephyto.AdminConsole.Data;

/// <summary>What the columns of a list need to know of its orders.</summary>
internal interface IListOrders
{
    /// <summary>A key, with a minus in front for falling.</summary>
    string ByDefault { get; }

    bool Knows(string key);
}

/// <summary>The orders in which a list may be asked for, by the keys of its columns.</summary>
/// <param name="byDefault">A key, with a minus in front for falling.</param>
/// <param name="then">The order of rows that are alike, falling or not: it ends with what no two rows share, so that pages never
/// overlap.</param>
internal sealed class ListOrders<T>(string byDefault, Func<IOrderedQueryable<T>, bool, IOrderedQueryable<T>> then)
    : IListOrders
{
    private static readonly MethodInfo PlaceIn = typeof(string).GetMethod(nameof(string.IndexOf), [typeof(string)])!;

    private readonly Dictionary<string, Func<IQueryable<T>, bool, string, IOrderedQueryable<T>>> _orders = new(StringComparer.Ordinal);

    public string ByDefault => byDefault;

    public bool Knows(string key) => _orders.ContainsKey(key);

    public ListOrders<T> By<TKey>(string key, Expression<Func<T, TKey>> value) => Add(key, (rows, falls, _) => Sort(rows, value, falls));

    /// <summary>A state or a role by its place in the field, not by the letters of its name in the code.</summary>
    public ListOrders<T> ByPlace<TEnum>(string key, Expression<Func<T, TEnum>> value)
        where TEnum : struct, Enum
    {
        var place = PlaceOf(value);
        return Add(key, (rows, falls, _) => Sort(rows, place, falls));
    }

    /// <summary>
    /// A country by its name as the reader knows it, which is in no table: by its code's place among those of all countries.
    /// </summary>
    public ListOrders<T> ByCountry(string key, Expression<Func<T, string>> code) => Add(key, (rows, falls, countries) =>
    {
        Expression<Func<string>> all = () => countries;
        return Sort(rows, Expression.Lambda<Func<T, int>>(Expression.Call(all.Body, PlaceIn, code.Body), code.Parameters), falls);
    });

    /// <param name="sort">A key, with a minus in front for falling. One that is not known means the default.</param>
    /// <param name="countries">The codes in the order of their names in the reader's language; all have two letters, so that one is found
    /// at its own place alone.</param>
    public IQueryable<T> Apply(IQueryable<T> rows, string? sort, IEnumerable<string>? countries = null)
    {
        var (key, falls) = Read(sort) ?? Read(byDefault)!.Value;
        return then(_orders[key](rows, falls, string.Join(',', countries ?? [])), falls);
    }

    private ListOrders<T> Add(string key, Func<IQueryable<T>, bool, string, IOrderedQueryable<T>> order)
    {
        _orders.Add(key, order);
        return this;
    }

    private (string Key, bool Falls)? Read(string? sort)
    {
        var falls = sort is ['-', ..];
        return sort is not null && (falls ? sort[1..] : sort) is var key && Knows(key) ? (key, falls) : null;
    }

    private static IOrderedQueryable<T> Sort<TKey>(IQueryable<T> rows, Expression<Func<T, TKey>> value, bool falls) =>
        falls ? rows.OrderByDescending(value) : rows.OrderBy(value);

    /// <summary>The place of a state among its values, for an order that goes on where the first one leaves rows alike.</summary>
    public static Expression<Func<T, int>> PlaceOf<TEnum>(Expression<Func<T, TEnum>> value)
        where TEnum : struct, Enum
    {
        var values = Enum.GetValues<TEnum>();
        Expression place = Expression.Constant(values.Length);
        for (var number = values.Length - 1; number >= 0; number--)
            place = Expression.Condition(Expression.Equal(value.Body, Expression.Constant(values[number])),
                Expression.Constant(number), place);
        return Expression.Lambda<Func<T, int>>(place, value.Parameters);
    }
}

internal static class ListOrderExtensions
{
    /// <summary>Goes on with one more order in the direction of the first.</summary>
    public static IOrderedQueryable<T> ThenBy<T, TKey>(this IOrderedQueryable<T> rows, Expression<Func<T, TKey>> value, bool falls) =>
        falls ? rows.ThenByDescending(value) : rows.ThenBy(value);
}
