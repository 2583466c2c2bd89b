using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Ephyto.AdminConsole.Components.Shared;

/// <summary>
/// A component whose links are made from the page's own address: it is rendered anew when that changes, also where nothing
/// else about it does. Otherwise a link would lead back to the filter of before.
/// </summary>
public abstract class AddressAware : ComponentBase, IDisposable
{
    [Inject] protected NavigationManager Navigation { get; set; } = default!;

    public void Dispose()
    {
        Navigation.LocationChanged -= Follow;
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized() => Navigation.LocationChanged += Follow;

    private void Follow(object? sender, LocationChangedEventArgs moved) => _ = InvokeAsync(StateHasChanged);
}
