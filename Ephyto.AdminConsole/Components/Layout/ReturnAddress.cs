using Ephyto.AdminConsole.Platform.Refusals;
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
    protected string Here => $"./{Address}";

    /// <summary>
    /// The same, ready to stand behind <c>?returnUrl=</c>; where a refused form is shown in the answer to it, the address of its page.
    /// </summary>
    protected string Back => LocalUrl.Return(HttpContext?.Features.Get<Refusal>() is { Page: not null, Back: { } page } ? page : Address);

    private string Address => HttpContext?.Features.Get<IStatusCodeReExecuteFeature>() is { } missing
        ? new PathString(missing.OriginalPath).ToUriComponent().TrimStart('/') + missing.OriginalQueryString
        : Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0];

    public void Dispose()
    {
        Navigation.LocationChanged -= Refresh;
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized() => Navigation.LocationChanged += Refresh;

    private void Refresh(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(StateHasChanged);
}
