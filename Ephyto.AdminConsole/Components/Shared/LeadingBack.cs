using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Ephyto.AdminConsole.Components.Shared;

/// <summary>Leads the reader to what was refused, or to what came of their act: it comes into view and takes the focus.</summary>
internal static class LeadingBack
{
    public static async ValueTask LeadToAsync(this ElementReference place)
    {
        // Not on the page, or not any more.
        if (place.Id is null) return;
        try
        {
            await place.FocusAsync();
        }
        catch (JSDisconnectedException)
        {
            // Nobody reads the page any more.
        }
    }
}
