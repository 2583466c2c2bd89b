using Ephyto.AdminConsole.Components.Live;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Components.Lists;

/// <summary>
/// Base of the pages that are a list. The address is the state of the list: going back, reloading and sharing it give the same rows.
/// It asks for the query as a page does, so nothing but pages may derive from it.
/// </summary>
public abstract class ListBoard : LiveBoard
{
    [SupplyParameterFromQuery(Name = ListNames.Search)] private protected string? Search { get; set; }

    [SupplyParameterFromQuery(Name = ListNames.Sort)] private protected string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = ListNames.Page)] private protected string? Page { get; set; }

    [SupplyParameterFromQuery(Name = ListNames.Size)] private protected string? Size { get; set; }

    [SupplyParameterFromQuery(Name = ListNames.Columns)] private protected string? Columns { get; set; }

    [SupplyParameterFromQuery(Name = ListNames.Density)] private protected string? Density { get; set; }

    private protected ListAddress Address => new(Sort, Page, Size, Columns, Density);
}
