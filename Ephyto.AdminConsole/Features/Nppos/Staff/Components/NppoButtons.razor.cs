using Ephyto.AdminConsole.Components.Nppos;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;
using Ephyto.AdminConsole.Field.Serving;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.Components;

public enum NppoDialogAct
{
    Suspend,
    Close,
}

/// <summary>How an act on an organization went, in words.</summary>
/// <param name="Refusal">Why nothing was done.</param>
/// <param name="Nppo">On which it was to be done.</param>
public sealed record NppoNews(string Sentence, Tone Tone, DomainError? Refusal = null, SubjectRef? Nppo = null);

/// <summary>What a Hub administrator can do with an organization.</summary>
public sealed partial class NppoButtons
{
    private bool _busy;

    [Parameter, EditorRequired] public Nppo Nppo { get; set; } = default!;

    /// <summary>The countries that its connections serve.</summary>
    [Parameter] public IReadOnlyList<ServedThrough> Serves { get; set; } = [];

    /// <summary>The countries that were asked, and have not answered yet.</summary>
    [Parameter] public IReadOnlyList<string> Asked { get; set; } = [];

    /// <summary>Whether its end is offered too.</summary>
    [Parameter] public bool WithClose { get; set; }

    [Parameter] public EventCallback<NppoNews> OnDone { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] private ReactivateNppo Reactivate { get; set; } = default!;

    [Inject] private IDialogService Dialogs { get; set; } = default!;

    [Inject] private IStringLocalizer<NppoStaffText> Text { get; set; } = default!;

    [Inject] private Terms Terms { get; set; } = default!;

    [Inject] private ServedSentences Served { get; set; } = default!;

    private string Organization => Nppo.Organization.Name;

    private async Task AskAsync(NppoDialogAct act)
    {
        // What is before the reader's eyes now counts: the page goes on changing behind the dialog.
        var parameters = new DialogParameters<NppoReasonDialog>
        {
            { dialog => dialog.Nppo, Nppo }, { dialog => dialog.Serves, Serves }, { dialog => dialog.Asked, Asked },
            { dialog => dialog.Act, act },
        };
        if (await Dialogs.AskAsync<NppoReasonDialog>(Text[$"{act}Title"], parameters) is { Canceled: false, Data: NppoActed acted })
            await OnDone.InvokeAsync(Done(act == NppoDialogAct.Close ? "NppoClosed" : "NppoSuspended", acted.Told));
    }

    private async Task ReactivateAsync()
    {
        var (id, seen) = (Nppo.Id, Nppo.Version);
        var served = Served.SentenceOf(ServedAct.Reactivate, Nppo.StatusBeforeSuspension == NppoStatus.Live, Serves, Asked);
        var question = served is null
            ? Text["ReactivateQuestion", Organization].Value : $"{Text["ReactivateQuestion", Organization]} {served}";
        if (!await Dialogs.ConfirmAsync(Text["ReactivateTitle"], question, Text["Reactivate"])) return;
        if (_busy) return;
        _busy = true;
        var outcome = await Reactivate.HandleAsync(new(id, seen), await Reader.ToActorAsync(), CancellationToken.None);
        _busy = false;
        await OnDone.InvokeAsync(outcome.Error is { } refusal
            ? new(Terms.Error(refusal), Tone.Warning, refusal, new(SubjectKinds.Nppo, id)) : Done("NppoReactivated", outcome.Value.Told));
    }

    // Where nobody is written to, whoever acted has to find another way.
    private NppoNews Done(string done, int told) => new(
        $"{Text[done, Organization]} {Text[told == 0 ? "ToldNobody" : told == 1 ? "ToldOne" : "ToldSeveral", told]}", told == 0
            ? Tone.Warning : Tone.Success);
}
