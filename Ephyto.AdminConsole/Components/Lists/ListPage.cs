using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Components.Lists;

/// <summary>
/// Base of the pages around a board that is a list and needs something of the page first, such as whose it is. The page takes the
/// address and hands it on, since only pages ask for the query.
/// </summary>
public abstract class ListPage : ComponentBase
{
    [SupplyParameterFromQuery(Name = ListNames.Search)] private protected string? Search { get; set; }

    [SupplyParameterFromQuery(Name = ListNames.Sort)] private protected string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = ListNames.Page)] private protected string? Page { get; set; }

    [SupplyParameterFromQuery(Name = ListNames.Size)] private protected string? Size { get; set; }

    [SupplyParameterFromQuery(Name = ListNames.Columns)] private protected string? Columns { get; set; }

    [SupplyParameterFromQuery(Name = ListNames.Density)] private protected string? Density { get; set; }

    private protected ListAddress Address => new(Sort, Page, Size, Columns, Density);
}
