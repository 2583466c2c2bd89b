using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Diagnostics;

namespace Ephyto.AdminConsole.Components.Layout;

/// <summary>A part of the layout whose links lead back to the page the reader is on.</summary>
public abstract class ReturnAddress : ComponentBase, IDisposable
{
    [CascadingParameter] private HttpContext? HttpContext { get; set; }
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    /// <summary>The path and query in the reader's address bar, also where another page is shown in place of a missing one.</summary>
    protected string Here => HttpContext?.Features.Get<IStatusCodeReExecuteFeature>() is { } missing
        ? missing.OriginalPath + missing.OriginalQueryString
        : "/" + Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0];

    /// <summary>The same, ready to stand behind <c>?returnUrl=</c>.</summary>
    protected string Back => Uri.EscapeDataString(LocalUrl.OrHome(Here));

    public void Dispose()
    {
        Navigation.LocationChanged -= Refresh;
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized() => Navigation.LocationChanged += Refresh;

    private void Refresh(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(StateHasChanged);
}
