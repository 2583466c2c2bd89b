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

/// <summary>
/// Asks for the reason and acts. It stays open, with the words, until the act is done or given up: a colleague may be faster.
/// </summary>
public sealed partial class NppoReasonDialog
{
    private string? _words;
    private string? _error;
    private bool _sure;
    private bool _unsure;
    private bool _busy;
    private DomainError? _refused;
    private int _acts;
    private Nppo? _seen;
    private NppoDossier? _dossier;

    /// <summary>As it was before the reader's eyes when the dialog was opened.</summary>
    [Parameter] public Nppo Nppo { get; set; } = default!;

    /// <summary>The countries that its connections served then.</summary>
    [Parameter] public IReadOnlyList<ServedThrough> Serves { get; set; } = [];

    /// <summary>Those that were asked, and had not answered then.</summary>
    [Parameter] public IReadOnlyList<string> Asked { get; set; } = [];

    [Parameter] public NppoDialogAct Act { get; set; }

    [CascadingParameter] private IMudDialogInstance Dialog { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] private ViewNppoDossier View { get; set; } = default!;

    [Inject] private SuspendNppo Suspend { get; set; } = default!;

    [Inject] private CloseNppo Close { get; set; } = default!;

    [Inject] private Terms Terms { get; set; } = default!;

    [Inject] private IStringLocalizer<NppoStaffText> Text { get; set; } = default!;

    private Nppo Seen => _seen ?? Nppo;

    private Nppo Now => _dossier?.Row.Nppo ?? Seen;

    /// <summary>Somebody else acted while the dialog was open.</summary>
    private bool IsOutrun => !_busy && Now.Version != Seen.Version;

    private NppoChangeLine? Latest => Now.Changes.Count > Seen.Changes.Count && _dossier?.Changes is [var latest, ..] ? latest : null;

    private bool IsStillPossible => Now.Status != NppoStatus.Closed && (Act == NppoDialogAct.Close || Now.Status != NppoStatus.Suspended);

    private async Task ReloadAsync()
    {
        var found = await View.HandleAsync(Nppo.Id, await Reader.ToActorAsync(), CancellationToken.None);
        if (found.IsSuccess) _dossier = found.Value;
    }

    private void GoOn() => (_seen, _refused) = (Now, null);

    private async Task DoAsync()
    {
        if (_busy || IsOutrun) return;
        var said = FreeText.Clean(_words);
        _error = said is null ? Terms.Error(NppoErrors.WordsNeeded) : null;
        _unsure = Act == NppoDialogAct.Close && !_sure;
        if (said is null || _unsure) return;

        _busy = true;
        var (actor, seen) = (await Reader.ToActorAsync(), Seen.Version);
        var outcome = await (Act == NppoDialogAct.Close
            ? Close.HandleAsync(new(Nppo.Id, seen, said), actor, CancellationToken.None)
            : Suspend.HandleAsync(new(Nppo.Id, seen, said), actor, CancellationToken.None));
        _refused = outcome.Error;
        if (outcome.IsSuccess)
        {
            Dialog.Close(outcome.Value);
            return;
        }

        await ReloadAsync();
        (_busy, _acts) = (false, _acts + 1);
    }
}
