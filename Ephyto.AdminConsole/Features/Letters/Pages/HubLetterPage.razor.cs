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

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [Inject] internal LetterDecisions Letters { get; set; } = default!;

    [Inject] internal IDialogService Dialogs { get; set; } = default!;

    [Inject] internal CountryCatalogue Countries { get; set; } = default!;

    [Inject] internal Terms Words { get; set; } = default!;

    [Inject] internal IStringLocalizer<LettersText> Text { get; set; } = default!;

    private LiveTopic[] Topics => _view is { } view
        ? [new(SubjectKinds.Letter, LetterId), new(SubjectKinds.Nppo, view.Letter.NppoId), LiveTopic.All(SubjectKinds.Email)]
        : [new(SubjectKinds.Letter, LetterId)];

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var viewed = await Letters.ViewAsync(LetterId, await SignedIn.ToActorAsync());
        (_refused, _view) = (viewed.Error, viewed.IsSuccess ? viewed.Value : null);
    }

    private async Task IssueAsync()
    {
        // What the officer confirms is the state shown when the question was asked, whatever arrives meanwhile.
        var seen = _view!.Nppo.Status;
        var question = Text["IssueQuestion", _view.Nppo.Organization.Name, Words.Of(seen), Words.Of(_view.Letter.Language)];
        if (!await Dialogs.ConfirmAsync(Text["IssueTitle"], question, Text["Issue"])) return;
        await TellAsync(await Letters.IssueAsync(LetterId, seen, await SignedIn.ToActorAsync()), Text["Issued"]);
    }

    private async Task DeclineAsync()
    {
        if (await AskWordsAsync(Text["DeclineTitle"], Text["DeclineMeaning"], Text["DeclineWords"], Text["Decline"]) is not { } words) return;
        await TellAsync(await Letters.DeclineAsync(LetterId, words, await SignedIn.ToActorAsync()), Text["Declined"]);
    }

    private async Task WithdrawAsync()
    {
        if (await AskWordsAsync(Text["WithdrawTitle"], Text["WithdrawMeaning"], Text["WithdrawReason"], Text["Withdraw"]) is not { } reason) return;
        await TellAsync(await Letters.WithdrawAsync(LetterId, reason, await SignedIn.ToActorAsync()), Text["Withdrawn"]);
    }

    private async Task<string?> AskWordsAsync(string title, string meaning, string label, string deed)
    {
        var parameters = new DialogParameters<LetterWordsDialog>
        {
            { dialog => dialog.Title, title },
            { dialog => dialog.Meaning, meaning },
            { dialog => dialog.Label, label },
            { dialog => dialog.Deed, deed },
        };
        var shown = await Dialogs.ShowAsync<LetterWordsDialog>(title, parameters);
        return await shown.Result is { Canceled: false, Data: string words } ? words : null;
    }

    private Task TellAsync(DomainError? refusal, string done)
    {
        (_news, _newsTone) = refusal is not null ? (Words.Error(refusal), Tone.Warning) : (done, Tone.Success);
        return LoadAsync();
    }
}
