using System.Globalization;

namespace Ephyto.AdminConsole.Components.Lists;

/// <summary>
/// How a list is shown, as its address says: in which order, which page, how many rows, which columns, how close together.
/// </summary>
/// <param name="Sort">The key of a column; with a minus in front for the other direction.</param>
/// <param name="Page">From 1, or <see cref="Last"/>.</param>
/// <param name="Columns">Keys with commas between; null: those that are shown at first.</param>
public sealed record ListAddress(
    string? Sort = null, string? Page = null, string? Size = null, string? Columns = null, string? Density = null)
{
    public const string Last = "last";
    public const string Compact = "compact";

    /// <summary>How many rows of a page a reader may choose.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [25, 50, 100];

    /// <summary>From 1; beyond every page for the last.</summary>
    public int Number =>
        Page == Last ? int.MaxValue : int.TryParse(Page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;

    public int Rows =>
        int.TryParse(Size, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && Sizes.Contains(rows) ? rows : Sizes[0];

    public bool IsDense => Density == Compact;

    public bool Shows(ListColumn column) => column.Place switch
    {
        ColumnPlace.Head => true,
        ColumnPlace.File => false,
        _ when Columns is null => column.Place == ColumnPlace.Shown,
        _ => Columns.Split(',').Contains(column.Key),
    };

    /// <summary>The order in effect, also where the address names none or one that does not exist.</summary>
    public string Order(IEnumerable<ListColumn> columns, string byDefault) =>
        Sort is { Length: > 0 } && columns.Any(column => column.Sorts && column.Key == Sort.TrimStart('-'))
            && !Sort.StartsWith("--", StringComparison.Ordinal) ? Sort : byDefault;

    /// <summary>What an address asks for.</summary>
    public static ListAddress Of(IQueryCollection address) =>
        new(address[ListNames.Sort], address[ListNames.Page], address[ListNames.Size], address[ListNames.Columns],
            address[ListNames.Density]);
}

/// <summary>The names in the address that every list knows.</summary>
internal static class ListNames
{
    public const string Search = "search";
    public const string Sort = "sort";
    public const string Page = "page";
    public const string Size = "size";
    public const string Columns = "columns";
    public const string Density = "density";

    /// <summary>For a file: the rows that were selected, their keys with commas between.</summary>
    public const string Chosen = "chosen";

    /// <summary>What says how a list looks and not what is in it: starting over leaves it.</summary>
    public static readonly string[] OfLooks = [Size, Columns, Density];
}
