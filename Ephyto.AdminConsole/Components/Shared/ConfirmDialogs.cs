using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Ephyto.AdminConsole.Components.Shared;

/// <summary>Every dialog of the console opens here: one at a time.</summary>
internal static class ConfirmDialogs
{
    // One entry for each reader with an open dialog: the service is scoped to the circuit.
    private static readonly ConditionalWeakTable<IDialogService, object> Open = [];

    /// <summary>Asks before something that cannot be taken back. The label names the deed ("Remove the member"), never "OK".</summary>
    public static async Task<bool> ConfirmAsync(this IDialogService dialogs, string title, string message, string confirmLabel,
        bool dangerous = false)
    {
        var parameters = new DialogParameters<ConfirmDialog>
        {
            { dialog => dialog.Title, title },
            { dialog => dialog.Message, message },
            { dialog => dialog.ConfirmLabel, confirmLabel },
            { dialog => dialog.Dangerous, dangerous },
        };
        return await dialogs.AskAsync<ConfirmDialog>(title, parameters) is { Canceled: false };
    }

    /// <summary>
    /// Opens a dialog and waits for its answer. A second press of the button, while the first one's dialog is on its way or open,
    /// opens no other.
    /// </summary>
    /// <returns>Null where a dialog is open already, or the answer is none.</returns>
    public static async Task<DialogResult?> AskAsync<TDialog>(this IDialogService dialogs, string title, DialogParameters parameters)
        where TDialog : IComponent
    {
        var mine = new object();
        if (!Open.TryAdd(dialogs, mine)) return null;
        try
        {
            var shown = await dialogs.ShowAsync<TDialog>(title, parameters);
            return await shown.Result;
        }
        finally
        {
            if (Open.TryGetValue(dialogs, out var open) && open == mine) Open.Remove(dialogs);
        }
    }

    /// <summary>The place where dialogs are shown is taken away: what was open is gone, and nobody will answer it.</summary>
    public static void ForgetOpen(this IDialogService dialogs) => Open.Remove(dialogs);
}
