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

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [Inject] private MailActs Mails { get; set; } = default!;

    [Inject] private IDialogService Dialogs { get; set; } = default!;

    [Inject] private Terms Words { get; set; } = default!;

    [Inject] private IStringLocalizer<OutboxText> Text { get; set; } = default!;

    private async Task ResendAsync()
    {
        if (!await Dialogs.ConfirmAsync(Text["ResendMany"], Text["ManyQuestion", Math.Min(Count, ResendMany.Most)], Text["ManyYes"])) return;
        _isBusy = true;
        try
        {
            var outcome = await Mails.ResendManyAsync(new(Search, Kind), await SignedIn.ToActorAsync());
            (_refused, _done) = (outcome.Error, outcome.IsSuccess ? outcome.Value : null);
        }
        finally
        {
            _isBusy = false;
        }
    }
}
