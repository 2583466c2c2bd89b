using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Components.Lists;

/// <summary>Where a column stands.</summary>
public enum ColumnPlace
{
    /// <summary>In the table, unless the reader takes it away.</summary>
    Shown,

    /// <summary>In the table where the reader asks for it.</summary>
    Offered,

    /// <summary>Names the row, and is always there.</summary>
    Head,

    /// <summary>In the file alone.</summary>
    File,
}

/// <summary>What a chooser of columns, a head and an address need of a column.</summary>
/// <param name="Key">In the address; lower case.</param>
/// <param name="Label">In the reader's language.</param>
/// <param name="Sorts">The server knows an order of this name.</param>
public abstract record ListColumn(string Key, string Label, ColumnPlace Place, bool Sorts);

/// <summary>One column of a list: of its table, of its file, of the chooser and of the sort.</summary>
/// <param name="Text">The cell of the file; a time as <c>CsvTable.Moment</c> writes it.</param>
/// <param name="Cell">The cell of the table; null: the text of the file, isolated.</param>
public sealed record ListColumn<TRow>(
    string Key, string Label, Func<TRow, string?> Text, RenderFragment<TRow>? Cell = null, ColumnPlace Place = ColumnPlace.Shown,
    bool Sorts = false)
    : ListColumn(Key, Label, Place, Sorts);
