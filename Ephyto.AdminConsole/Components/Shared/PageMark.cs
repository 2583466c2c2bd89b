using Ephyto.AdminConsole.Platform.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Ephyto.AdminConsole.Components.Shared;

/// <summary>
/// Where the live feed stood before the page that is open in this circuit began to read. The framework calls it before it makes the
/// first page, and it hears of each other address before the router does, which begins to listen later.
/// </summary>
internal sealed class PageMark(ILiveEvents live, NavigationManager navigation) : CircuitHandler, IDisposable
{
    /// <summary>Null outside a circuit.</summary>
    public long? Value { get; private set; }

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Value = live.Mark();
        navigation.LocationChanged += Renew;
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        if (Value is not null) navigation.LocationChanged -= Renew;
    }

    private void Renew(object? sender, LocationChangedEventArgs change) => Value = live.Mark();
}
