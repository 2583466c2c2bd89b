using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Ephyto.AdminConsole.Components.Layout;

/// <summary>A part of the layout whose links lead back to the page the reader is on.</summary>
public abstract class ReturnAddress : ComponentBase, IDisposable
{
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    /// <summary>The present path and query, ready for <c>?returnUrl=</c>.</summary>
    protected string Here => Uri.EscapeDataString(LocalUrl.OrHome("/" + Navigation.ToBaseRelativePath(Navigation.Uri)));

    public void Dispose()
    {
        Navigation.LocationChanged -= Refresh;
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized() => Navigation.LocationChanged += Refresh;

    private void Refresh(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(StateHasChanged);
}
