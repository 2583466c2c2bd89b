using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Outbox.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Outbox.Components;

/// <summary>Says that nothing is sent, and lets officers stop the sending and take it up again.</summary>
public sealed partial class SendingPanel
{
    private bool _asking;
    private string? _reason;
    private string? _news;
    private Tone _newsTone;

    /// <summary>Null while e-mails go out.</summary>
    [Parameter, EditorRequired] public SendingPause? Pause { get; set; }

    [Parameter] public bool MayManage { get; set; }

    [Parameter] public EventCallback OnDone { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] private PauseSending Stop { get; set; } = default!;

    [Inject] private ResumeSending GoOn { get; set; } = default!;

    [Inject] private Terms Terms { get; set; } = default!;

    [Inject] private IStringLocalizer<OutboxText> Text { get; set; } = default!;

    private async Task PauseAsync() =>
        await TellAsync(await Stop.HandleAsync(new(_reason), await Reader.ToActorAsync(), CancellationToken.None), Text["PausedNews"]);

    private async Task ResumeAsync() =>
        await TellAsync(await GoOn.HandleAsync(Pause!.Since, await Reader.ToActorAsync(), CancellationToken.None), Text["ResumedNews"]);

    private Task TellAsync(Result outcome, string done)
    {
        (_news, _newsTone) = outcome.Error is { } refusal ? (Terms.Error(refusal), Tone.Warning) : (done, Tone.Success);
        if (outcome.IsSuccess) (_asking, _reason) = (false, null);
        return OnDone.InvokeAsync();
    }
}
