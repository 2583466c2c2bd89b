using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace Ephyto.AdminConsole.Components.Shared;

/// <summary>
/// A field for files that takes none before the page listens to it: what is chosen between the field's first sight and the
/// browser's listener, a round trip later, would be lost without a word. A file that stops on its way is told, and ends no page.
/// </summary>
public sealed class FileInput : InputFile
{
    private EventCallback<InputFileChangeEventArgs> _taken;
    private Task _taking = Task.CompletedTask;
    private bool _listens;
    private bool _stopped;

    [Inject] private IStringLocalizer<SharedText> Text { get; set; } = default!;

    /// <summary>Waits for what is being read: whoever goes on meanwhile means the file that was chosen last.</summary>
    /// <returns>False where it stopped on its way, which has been told at the field.</returns>
    public async Task<bool> IsSettledAsync()
    {
        var taking = _taking;
        await taking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return taking.IsCompletedSuccessfully;
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        _taken = OnChange;
        OnChange = EventCallback.Factory.Create<InputFileChangeEventArgs>(this, TakeAsync);
    }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        AdditionalAttributes ??= new Dictionary<string, object>();
        if (_listens) AdditionalAttributes.Remove("disabled");
        else AdditionalAttributes["disabled"] = true;
        base.BuildRenderTree(builder);
        if (!_stopped) return;

        builder.OpenElement(100, "p");
        builder.AddAttribute(101, "class", "field-error");
        builder.AddAttribute(102, "role", "alert");
        builder.AddContent(103, Text["FileStopped"].Value);
        builder.CloseElement();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        if (!firstRender) return;
        _listens = true;
        StateHasChanged();
    }

    // The browser was closed, or the line stood still for longer than the framework waits.
    private async Task TakeAsync(InputFileChangeEventArgs chosen)
    {
        _stopped = false;
        try
        {
            await (_taking = _taken.InvokeAsync(chosen));
        }
        catch (Exception stopped) when (stopped is TimeoutException or JSException or JSDisconnectedException or OperationCanceledException)
        {
            _stopped = true;
        }
    }
}
