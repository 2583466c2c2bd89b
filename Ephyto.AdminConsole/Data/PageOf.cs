using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Data;

/// <summary>One page of a long list, and how long the list is.</summary>
/// <param name="Number">From 1.</param>
/// <param name="IsMore">The list is longer than <paramref name="Total"/>, which is as far as it was counted.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Items, int Total, int Number, bool IsMore = false)
{
    internal static PageOf<T> Empty { get; } = new([], 0, 1);

    /// <summary>How many there are, or more than how many: a round number, that does not change as one turns the pages.</summary>
    public int Told => Paging.Told(Total, IsMore);

    /// <summary>The same page of the same list, its rows told in another way.</summary>
    public PageOf<TOther> With<TOther>(IReadOnlyList<TOther> items) => new(items, Total, Number, IsMore);
}

internal static class Paging
{
    /// <summary>Rows of a page, unless the reader wants more.</summary>
    public const int Size = 25;

    /// <summary>How far beyond the page shown a list that may be very long is counted.</summary>
    public const int CountedAhead = 10_000;

    private const int LastPage = 1_000_000;

    /// <summary>A number that nobody counted to the end is told by its first digit: more than 10,000, not more than 10,025.</summary>
    public static int Told(int total, bool isMore)
    {
        if (!isMore) return total;
        var unit = 1;
        while (total / unit >= 10) unit *= 10;
        return total / unit * unit;
    }

    public static int PagesFor(int total, int size = Size) => Math.Max(1, (total + size - 1) / size);

    /// <summary>Reads one page only. A number before the first or beyond the last gives the nearest page there is.</summary>
    public static async Task<PageOf<T>> ToPageAsync<T>(this IQueryable<T> ordered, int number, CancellationToken ct, int size = Size) =>
        await ordered.ReadAsync(number, size, await ordered.CountAsync(ct), ct);

    /// <inheritdoc cref="ToPageAsync"/>
    /// <remarks>For lists that grow without end: a page takes no longer when the list is a hundred times as long, since only what is near
    /// is counted.</remarks>
    public static async Task<PageOf<T>> ToBoundedPageAsync<T>(this IQueryable<T> ordered, int number, CancellationToken ct, int size = Size)
    {
        var limit = (Math.Clamp(number, 1, LastPage) * size) + CountedAhead;
        var counted = await ordered.WithoutOrder().Take(limit + 1).CountAsync(ct);
        var page = await ordered.ReadAsync(number, size, Math.Min(counted, limit), ct);
        return counted > limit ? page with { IsMore = true } : page;
    }

    /// <inheritdoc cref="ToPageAsync"/>
    public static PageOf<T> ToPage<T>(this IReadOnlyList<T> all, int number, int size = Size)
    {
        var shown = Math.Clamp(number, 1, PagesFor(all.Count, size));
        return new([.. all.Skip((shown - 1) * size).Take(size)], all.Count, shown);
    }

    private static async Task<PageOf<T>> ReadAsync<T>(this IQueryable<T> ordered, int number, int size, int total, CancellationToken ct)
    {
        var shown = Math.Clamp(number, 1, PagesFor(total, size));
        return new(await ordered.Skip((shown - 1) * size).Take(size).ToListAsync(ct), total, shown);
    }

    // A database that is asked for the first thousand in order sorts them all before it counts.
    private static IQueryable<T> WithoutOrder<T>(this IQueryable<T> ordered) =>
        ordered.Provider.CreateQuery<T>(new OrderRemover().Visit(ordered.Expression));

    private sealed class OrderRemover : ExpressionVisitor
    {
        private static readonly HashSet<string> Orders =
            [nameof(Queryable.OrderBy), nameof(Queryable.OrderByDescending), nameof(Queryable.ThenBy), nameof(Queryable.ThenByDescending)];

        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node.Method.DeclaringType == typeof(Queryable) && Orders.Contains(node.Method.Name)
                ? Visit(node.Arguments[0]) : base.VisitMethodCall(node);
    }
}
