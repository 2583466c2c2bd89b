using Ephyto.AdminConsole.Platform.Csv;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components.Rendering;

namespace Ephyto.AdminConsole.Components.Lists;

/// <summary>
/// The columns of a list, declared once: the table, its file, the chooser of columns and the sort come from them. A <c>.razor</c> file
/// derives from it, so that cells are written as markup; it is a service and is never rendered itself.
/// </summary>
public abstract class ListColumns<TRow>
{
    /// <summary>In the order of the table; those of the file alone where they belong in the file.</summary>
    public abstract IReadOnlyList<ListColumn<TRow>> All { get; }

    /// <summary>As <see cref="ListAddress.Sort"/>, where the address names no order.</summary>
    public abstract string ByDefault { get; }

    /// <summary>Tells the row from others, also in an address.</summary>
    public abstract string KeyOf(TRow row);

    /// <summary>What the box that selects the row is called; null: as the head of the row.</summary>
    public virtual string? SelectedAs(TRow row) => null;

    /// <summary>The file: every column, also those that the reader has taken away from the table.</summary>
    public byte[] Write(IEnumerable<TRow> rows)
    {
        var columns = All;
        return CsvTable.Write([.. columns.Select(column => column.Label)], rows.Select(row => CellsOf(columns, row)));
    }

    /// <summary>The file as an answer, or the refusal of who may not have it.</summary>
    /// <param name="name">As of <see cref="ListFile"/>.</param>
    internal IResult Answer<TRows>(Result<TRows> exported, string name)
        where TRows : IEnumerable<TRow> =>
        exported.IsSuccess ? new ListFile(Write(exported.Value), name) : Results.Forbid();

    /// <summary>More rows, to go on with a file that <see cref="Write"/> began: for lists that are longer than fits into memory.</summary>
    public byte[] Rows(IEnumerable<TRow> rows)
    {
        var columns = All;
        return CsvTable.Rows(rows.Select(row => CellsOf(columns, row)));
    }

    private static List<string?> CellsOf(IReadOnlyList<ListColumn<TRow>> columns, TRow row) =>
        [.. columns.Select(column => column.Text(row))];

    /// <summary>For the markup of the derived file, which has none outside of its cells.</summary>
    protected virtual void BuildRenderTree(RenderTreeBuilder builder)
    {
    }
}
