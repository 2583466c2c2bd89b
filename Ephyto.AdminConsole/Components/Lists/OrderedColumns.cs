using Ephyto.AdminConsole.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Components.Lists;

/// <summary>The columns of a list whose server knows orders by their keys: nearly every list.</summary>
public abstract class OrderedColumns<TRow> : ListColumns<TRow>
{
    private readonly IStringLocalizer _labels;
    private readonly IListOrders _orders;

    private protected OrderedColumns(IStringLocalizer labels, IListOrders orders) => (_labels, _orders) = (labels, orders);

    public override string ByDefault => _orders.ByDefault;

    /// <param name="label">A key of the texts.</param>
    private protected ListColumn<TRow> Column(
        string key, string label, Func<TRow, string?> text, RenderFragment<TRow>? cell = null, ColumnPlace place = ColumnPlace.Shown) =>
        Labelled(key, _labels[label], text, cell, place);

    /// <param name="label">In the reader's language.</param>
    private protected ListColumn<TRow> Labelled(
        string key, string label, Func<TRow, string?> text, RenderFragment<TRow>? cell = null, ColumnPlace place = ColumnPlace.Shown) =>
        new(key, label, text, cell, place, _orders.Knows(key));
}
