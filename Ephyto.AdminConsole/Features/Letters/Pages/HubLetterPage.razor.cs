using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Letters.Components;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Ephyto.AdminConsole.Features.Letters.Pages;

/// <summary>One letter at the desk: what was asked, what it will say or says, and what the Secretariat decides.</summary>
public sealed partial class HubLetterPage
{
    private LetterView? _view;
    private DomainError? _refused;
    private string? _news;
    private Tone _newsTone;

    [Parameter] public Guid LetterId { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal ViewLetter View { get; set; } = default!;

    [Inject] internal IssueLetter Issue { get; set; } = default!;

    [Inject] internal DeclineLetter Decline { get; set; } = default!;

    [Inject] internal WithdrawLetter Withdraw { get; set; } = default!;

    [Inject] internal IDialogService Dialogs { get; set; } = default!;

    [Inject] internal CountryCatalogue Countries { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IStringLocalizer<LettersText> Text { get; set; } = default!;

    private protected override IReadOnlyList<LiveTopic> Topics => _view is { } view
        ? [new(SubjectKinds.Letter, LetterId), new(SubjectKinds.Nppo, view.Letter.NppoId), LiveTopic.All(SubjectKinds.Email)]
        : [new(SubjectKinds.Letter, LetterId)];

    private protected override Reading Asks => Reading.Of(
        LetterId,
        View.HandleAsync,
        found => (_refused, _view) = (found.Error, found.IsSuccess ? found.Value : null));

    private async Task IssueAsync()
    {
        // What the officer confirms is the state shown when the question was asked, whatever arrives meanwhile.
        var seen = _view!.Nppo.Status;
        var question = Text["IssueQuestion", _view.Nppo.Organization.Name, Terms.Of(seen), Terms.Of(_view.Letter.Language)];
        if (!await Dialogs.ConfirmAsync(Text["IssueTitle"], question, Text["Issue"])) return;
        await TellAsync((await Issue.HandleAsync(new(LetterId, seen), await Reader.ToActorAsync(), CancellationToken.None)).Error,
            Text["Issued"]);
    }

    private async Task DeclineAsync()
    {
        await AskWordsAsync(
            Text["DeclineTitle"], Text["DeclineMeaning"], Text["DeclineWords"], Text["Decline"], Text["Declined"],
            async words => (await Decline.HandleAsync(new(LetterId, words), await Reader.ToActorAsync(), CancellationToken.None)).Error);
    }

    private async Task WithdrawAsync()
    {
        await AskWordsAsync(
            Text["WithdrawTitle"], Text["WithdrawMeaning"], Text["WithdrawReason"], Text["Withdraw"], Text["Withdrawn"],
            async reason =>
                (await Withdraw.HandleAsync(new(LetterId, reason), await Reader.ToActorAsync(), CancellationToken.None)).Error);
    }

    private async Task AskWordsAsync(string title, string meaning, string label, string deed, string done,
        Func<string, Task<DomainError?>> act)
    {
        var parameters = new DialogParameters<LetterReasonDialog>
        {
            { dialog => dialog.Title, title },
            { dialog => dialog.Meaning, meaning },
            { dialog => dialog.Label, label },
            { dialog => dialog.Deed, deed },
            { dialog => dialog.Latest, () => _view is { } view ? LetterDecision.Of(view) : null },
            {
                dialog => dialog.Act, async words =>
                {
                    var refusal = await act(words);
                    // Behind a dialog that stays open with the words, the page shows what became of the letter meanwhile.
                    if (refusal is not null) await ReloadAsync();
                    return refusal;
                }
            },
        };
        if (await Dialogs.AskAsync<LetterReasonDialog>(title, parameters) is { Canceled: false }) await TellAsync(null, done);
    }

    private Task TellAsync(DomainError? refusal, string done)
    {
        (_news, _newsTone) = refusal is not null ? (Terms.Error(refusal), Tone.Warning) : (done, Tone.Success);
        return ReloadAsync();
    }
}
