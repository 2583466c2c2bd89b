using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Components.Nppos;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Field.Serving;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Integration;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Ephyto.AdminConsole.Features.Integration.Components;

/// <summary>The way of one organization to live exchange, live: for its members to walk, for the hub to judge.</summary>
public sealed partial class IntegrationBoard
{
    private IntegrationView? _view;
    private DomainError? _refused;
    private string? _news;
    private Tone _newsTone;
    private bool _leads;
    private int _act;
    private DomainError? _notDone;

    [Parameter, EditorRequired] public Guid NppoId { get; set; }

    [Parameter] public string? Title { get; set; }

    [Parameter] public string? Overline { get; set; }

    [Parameter] public bool ForHub { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal ViewIntegration View { get; set; } = default!;

    [Inject] internal ReportStep Report { get; set; } = default!;

    [Inject] internal AnswerStep Answer { get; set; } = default!;

    [Inject] internal TakeBackAnswer TakeBack { get; set; } = default!;

    [Inject] internal AdvanceExchange Advance { get; set; } = default!;

    [Inject] internal CountryCatalogue Countries { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IDialogService Dialogs { get; set; } = default!;

    [Inject] internal IStringLocalizer<IntegrationText> Text { get; set; } = default!;

    [Inject] internal ServedSentences Served { get; set; } = default!;

    private protected override IReadOnlyList<LiveTopic> Topics => [new(SubjectKinds.Nppo, NppoId)];

    private protected override Reading Asks =>
        Reading.Of((NppoId, ForHub), (asked, reader, cancellation) => View.HandleAsync(asked.NppoId, reader, cancellation), Show);

    private void Show(Result<IntegrationView> viewed)
    {
        // A member may see their own organization, but not from the hub's desk.
        var before = _view?.Progress.Nppo.Organization.System;
        _refused = viewed.IsSuccess && ForHub && !viewed.Value.IsHub ? AccessErrors.NotAllowed : viewed.Error;
        _view = _refused is null ? viewed.Value : null;
        // Other steps stand here now, whoever chose the system: what was said of one of those before them goes with them.
        if (before is { } other && _view?.Progress.Nppo.Organization.System != other) (_news, _notDone) = (null, null);
    }

    // Who is live has nothing before them any more.
    private static string LeadOf(Nppo nppo, ServedThrough? served) =>
        served is not null && nppo.Organization.System == ExchangeSystem.ThroughAnotherSystem
            ? served.EndsOn is null ? "LeadServed" : "LeadServedUntil"
        : $"{(nppo.Status == NppoStatus.Live ? "LeadLive" : "Lead")}_{nppo.Organization.System}";

    private async Task<DomainError?> ReportAsync(SeenStep seen, string? evidence) =>
        await TellOfStepAsync(await Report.HandleAsync(new(NppoId, seen, evidence), await Reader.ToActorAsync(), CancellationToken.None),
            Text["ReportedNews", Terms.Of(seen.Step)]);

    private async Task<DomainError?> AnswerAsync(SeenStep seen, bool accept, string? words) => await TellOfStepAsync(
        await Answer.HandleAsync(new(NppoId, seen, accept, words), await Reader.ToActorAsync(), CancellationToken.None),
        Text[accept ? "AcceptedNews" : "SentBackNews", Terms.Of(seen.Step)]);

    private async Task<DomainError?> TakeBackAsync(SeenStep seen) => await TellOfStepAsync(
        await TakeBack.HandleAsync(new(NppoId, seen), await Reader.ToActorAsync(), CancellationToken.None),
        Text["TakenBackNews", Terms.Of(seen.Step)]);

    // After the new system, with which all that was said before goes.
    private async Task SystemSavedAsync()
    {
        await ReloadAsync();
        (_news, _newsTone, _notDone, _leads, _act) = (Text["SystemNews"], Tone.Success, null, true, _act + 1);
    }

    private Task SystemRefusedAsync()
    {
        (_news, _notDone) = (null, null);
        return ReloadAsync();
    }

    private async Task AdvanceAsync()
    {
        // What the officer agrees to is what was asked, whatever arrives meanwhile.
        var (nppo, seen, toTest) = (NppoId, SeenStage.Of(_view!.Progress.Nppo), _view.Progress.MayTest);
        var meaning = Text[
            toTest ? "StartTestingMeaning" : _view.Built?.Here == HubEnvironment.Test ? "SetLiveMeaningTest" : "SetLiveMeaning"].Value;
        if (!toTest && _view.Served is { } through)
            meaning = $"{meaning} {Text["SetLiveThrough", through.Organization, through.Connection].Value}";
        if (!toTest && Served.SentenceOf(ServedAct.SetLive, isLive: true, _view.Progress.Serves, []) is { } served)
            meaning = $"{meaning} {served}";
        if (!toTest) meaning = string.Join(' ', [meaning, .. _view.Untried.Select(one => $"{UntriedOf(one)}.")]);
        if (!await Dialogs.ConfirmAsync(Text[toTest ? "StartTestingTitle" : "SetLiveTitle"], meaning,
            Text[toTest ? "StartTesting" : "SetLive"])) return;
        await TellAsync(await Advance.HandleAsync(nppo, seen, await Reader.ToActorAsync(), CancellationToken.None),
            Text[toTest ? "TestingNews" : "LiveNews"]);
    }

    private string UntriedOf(UntriedAddress untried) =>
        Text[untried.FailedAt is null ? "NotCalled" : "DidNotTake", untried.Connection];

    // What came of it is seen at the step, which may lie far below the head of the page.
    private async Task<DomainError?> TellOfStepAsync(Result outcome, string done)
    {
        (_news, _newsTone, _notDone, _leads) = (outcome.Error is null ? done : null, Tone.Success, null, false);
        await ReloadAsync();
        StateHasChanged();
        return outcome.Error;
    }

    private Task TellAsync(Result outcome, string done)
    {
        (_notDone, _leads, _act) = (outcome.Error, true, _act + 1);
        (_news, _newsTone) = outcome.Error is { } refusal ? (Terms.Error(refusal), Tone.Warning) : (done, Tone.Success);
        return ReloadAsync();
    }
}
