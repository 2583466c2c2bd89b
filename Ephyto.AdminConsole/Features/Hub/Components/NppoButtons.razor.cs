using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Hub.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Ephyto.AdminConsole.Features.Hub.Components;

public enum NppoDialogAct
{
    Suspend,
    Close,
}

/// <summary>How an act on an organisation went, in words.</summary>
public sealed record NppoNews(string Words, Tone Tone);

/// <summary>What a Hub administrator can do with an organisation.</summary>
public sealed partial class NppoButtons
{
    private bool _busy;

    [Parameter, EditorRequired] public Nppo Nppo { get; set; } = default!;

    /// <summary>Whether its end is offered too.</summary>
    [Parameter] public bool WithClose { get; set; }

    [Parameter] public EventCallback<NppoNews> OnDone { get; set; }

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [Inject] private NppoActs Acts { get; set; } = default!;

    [Inject] private IDialogService Dialogs { get; set; } = default!;

    [Inject] private IStringLocalizer<HubTexts> Text { get; set; } = default!;

    [Inject] private Terms Words { get; set; } = default!;

    private string Organization => Nppo.Organization.Name;

    private async Task AskAsync(NppoDialogAct act)
    {
        // What is before the reader's eyes now counts: the page goes on changing behind the dialog.
        var (id, seen) = (Nppo.Id, Nppo.Version);
        var parameters = new DialogParameters<NppoReasonDialog> { { dialog => dialog.Organization, Organization }, { dialog => dialog.Act, act } };
        var shown = await Dialogs.ShowAsync<NppoReasonDialog>(Text[$"{act}Title"], parameters);
        if (await shown.Result is not { Canceled: false, Data: string words }) return;
        await DoAsync(
            actor => act == NppoDialogAct.Close ? Acts.CloseAsync(id, seen, words, actor) : Acts.SuspendAsync(id, seen, words, actor),
            act == NppoDialogAct.Close ? "NppoClosed" : "NppoSuspended");
    }

    private async Task ReactivateAsync()
    {
        var (id, seen) = (Nppo.Id, Nppo.Version);
        if (!await Dialogs.ConfirmAsync(Text["ReactivateTitle"], Text["ReactivateQuestion", Organization], Text["Reactivate"])) return;
        await DoAsync(actor => Acts.ReactivateAsync(id, seen, actor), "NppoReactivated");
    }

    private async Task DoAsync(Func<Actor, Task<Result<NppoActed>>> act, string done)
    {
        if (_busy) return;
        _busy = true;
        var outcome = await act(await SignedIn.ToActorAsync());
        _busy = false;
        await OnDone.InvokeAsync(outcome.Error is { } refusal ? new(Words.Error(refusal), Tone.Warning) : Done(done, outcome.Value.Told));
    }

    // Where nobody is written to, whoever acted has to find another way.
    private NppoNews Done(string done, int told) => new(
        $"{Text[done, Organization]} {Text[told == 0 ? "ToldNobody" : told == 1 ? "ToldOne" : "ToldSeveral", told]}", told == 0 ? Tone.Warning : Tone.Success);
}
