using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Outbox.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Ephyto.AdminConsole.Features.Outbox.Components;

/// <summary>Sends again all that was not delivered, after saying how many that are.</summary>
public sealed partial class ResendManyPanel
{
    private ManyResent? _done;
    private DomainError? _refused;
    private bool _isBusy;

    [Parameter] public string? Search { get; set; }

    [Parameter] public string? Kind { get; set; }

    /// <summary>How many the list holds.</summary>
    [Parameter, EditorRequired] public int Count { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] private ResendMany Resend { get; set; } = default!;

    [Inject] private IDialogService Dialogs { get; set; } = default!;

    [Inject] private Terms Terms { get; set; } = default!;

    [Inject] private IStringLocalizer<OutboxText> Text { get; set; } = default!;

    private async Task ResendAsync()
    {
        if (_isBusy) return;
        _isBusy = true;
        try
        {
            // What the question counts is what goes, whatever fails or is seen to while it stands.
            var counted = await Resend.CountAsync(Search, Kind, await Reader.ToActorAsync(), CancellationToken.None);
            if (counted.IsSuccess
                && !await Dialogs.ConfirmAsync(Text["ResendMany"], Text["ManyQuestion", counted.Value.Ids.Count], Text["ManyYes"])) return;

            var outcome = counted.Error is { } refusal
                ? refusal : await Resend.HandleAsync(counted.Value, await Reader.ToActorAsync(), CancellationToken.None);
            (_refused, _done) = (outcome.Error, outcome.IsSuccess ? outcome.Value : null);
        }
        finally
        {
            _isBusy = false;
        }
    }
}
