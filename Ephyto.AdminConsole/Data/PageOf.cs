using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Data;

/// <summary>One page of a long list, and how long the list is.</summary>
/// <param name="Number">From 1.</param>
internal sealed record PageOf<T>(IReadOnlyList<T> Items, int Total, int Number)
{
    public static PageOf<T> Empty { get; } = new([], 0, 1);
}

internal static class Paging
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 25;

    public static int PagesFor(int total) => Math.Max(1, (total + Size - 1) / Size);

    /// <summary>Reads one page only. A number before the first or beyond the last gives the nearest page there is.</summary>
    public static async Task<PageOf<T>> ToPageAsync<T>(this IQueryable<T> ordered, int number, CancellationToken ct)
    {
        var total = await ordered.CountAsync(ct);
        var shown = Math.Clamp(number, 1, PagesFor(total));
        return new(await ordered.Skip((shown - 1) * Size).Take(Size).ToListAsync(ct), total, shown);
    }

    /// <inheritdoc cref="ToPageAsync"/>
    public static PageOf<T> ToPage<T>(this IReadOnlyList<T> all, int number)
    {
        var shown = Math.Clamp(number, 1, PagesFor(all.Count));
        return new([.. all.Skip((shown - 1) * Size).Take(Size)], all.Count, shown);
    }
}
