using MudBlazor;

namespace Ephyto.AdminConsole.Components.Shared;

internal static class ConfirmDialogs
{
    /// <summary>Asks before something that cannot be taken back. The label names the deed ("Remove the member"), never "OK".</summary>
    public static async Task<bool> ConfirmAsync(this IDialogService dialogs, string title, string message, string confirmLabel, bool dangerous = false)
    {
        var parameters = new DialogParameters<ConfirmDialog>
        {
            { dialog => dialog.Title, title },
            { dialog => dialog.Message, message },
            { dialog => dialog.ConfirmLabel, confirmLabel },
            { dialog => dialog.Dangerous, dangerous },
        };
        var shown = await dialogs.ShowAsync<ConfirmDialog>(title, parameters);
        return await shown.Result is { Canceled: false };
    }
}
