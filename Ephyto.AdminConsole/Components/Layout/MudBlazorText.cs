using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Ephyto.AdminConsole.Components.Layout;

/// <summary>MudBlazor's own words (pagers, buttons for screen readers) in the reader's language; its keys are MudBlazor's.</summary>
internal sealed class MudBlazorText(IStringLocalizer<MudBlazorText> text) : MudLocalizer
{
    public override LocalizedString this[string key] => text[key];

    public override LocalizedString this[string key, params object[] arguments] => text[key, arguments];
}
