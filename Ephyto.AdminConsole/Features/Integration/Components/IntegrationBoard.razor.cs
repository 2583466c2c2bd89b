using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Ephyto.AdminConsole.Features.Integration.Components;

/// <summary>The way of one organisation to live exchange, live: for its members to walk, for the hub to judge.</summary>
public sealed partial class IntegrationBoard
{
    private IntegrationView? _view;
    private DomainError? _refused;
    private string? _news;
    private Tone _newsTone;

    [Parameter, EditorRequired] public Guid NppoId { get; set; }

    [Parameter] public string? Title { get; set; }

    [Parameter] public string? Overline { get; set; }

    [Parameter] public string? Lead { get; set; }

    [Parameter] public bool ForHub { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal PathActs Acts { get; set; } = default!;

    [Inject] internal CountryCatalogue Countries { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IDialogService Dialogs { get; set; } = default!;

    [Inject] internal IStringLocalizer<IntegrationText> Text { get; set; } = default!;

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var viewed = await Acts.ViewAsync(NppoId, await Reader.ToActorAsync());
        // A member may see their own organisation, but not from the hub's desk.
        _refused = viewed.IsSuccess && ForHub && !viewed.Value.IsHub ? AccessErrors.NotAllowed : viewed.Error;
        _view = _refused is null ? viewed.Value : null;
    }

    private async Task ReportAsync(IntegrationStep step, string? evidence) =>
        await TellAsync(await Acts.ReportAsync(NppoId, step, evidence, await Reader.ToActorAsync()), Text["ReportedNews", Terms.Of(step)]);

    private async Task AnswerAsync(IntegrationStep step, bool accept, string? words) =>
        await TellAsync(await Acts.AnswerAsync(NppoId, step, accept, words, await Reader.ToActorAsync()), Text[accept ? "AcceptedNews" : "SentBackNews", Terms.Of(step)]);

    private async Task AdvanceAsync()
    {
        var toTest = _view!.Progress.MayTest;
        if (!await Dialogs.ConfirmAsync(Text[toTest ? "StartTestingTitle" : "SetLiveTitle"], Text[toTest ? "StartTestingMeaning" : "SetLiveMeaning"], Text[toTest ? "StartTesting" : "SetLive"])) return;
        await TellAsync(await Acts.AdvanceAsync(NppoId, await Reader.ToActorAsync()), Text[toTest ? "TestingNews" : "LiveNews"]);
    }

    private Task TellAsync(Result outcome, string done)
    {
        (_news, _newsTone) = outcome.Error is { } refusal ? (Terms.Error(refusal), Tone.Warning) : (done, Tone.Success);
        return LoadAsync();
    }
}
