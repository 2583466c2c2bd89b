using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Rendering;

namespace Ephyto.AdminConsole.Components.Shared;

/// <summary>
/// A field for files that takes none before the page listens to it: what is chosen between the field's first sight and the
/// browser's listener, a round trip later, would be lost without a word.
/// </summary>
public sealed class FileInput : InputFile
{
    private bool _listens;

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        AdditionalAttributes ??= new Dictionary<string, object>();
        if (_listens) AdditionalAttributes.Remove("disabled");
        else AdditionalAttributes["disabled"] = true;
        base.BuildRenderTree(builder);
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        if (!firstRender) return;
        _listens = true;
        StateHasChanged();
    }
}
