using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Letters.Pages;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Ephyto.AdminConsole.Features.Letters.Components;

/// <summary>The letters of one organization: its people see each one's state, ask, take back and download.</summary>
public sealed partial class LetterBoard
{
    private OwnLetters? _list;
    private DomainError? _refused;
    private string? _news;
    private Tone _newsTone;
    private bool _asking;

    [Parameter, EditorRequired] public Guid NppoId { get; set; }

    [Parameter, EditorRequired] public ListAddress Address { get; set; } = new();

    /// <summary>What is looked for, as the address has it.</summary>
    [Parameter] public string? Search { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal ListOwnLetters Letters { get; set; } = default!;

    [Inject] internal CancelLetter Cancel { get; set; } = default!;

    [Inject] internal OwnLetterColumns Shown { get; set; } = default!;

    [Inject] internal IDialogService Dialogs { get; set; } = default!;

    [Inject] internal CountryCatalogue Countries { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IStringLocalizer<LettersText> Text { get; set; } = default!;

    private string FileAddress => ListQuery.On(
        LettersCsv.PathOf(NppoId), string.IsNullOrWhiteSpace(Search) ? "" : $"{ListNames.Search}={Uri.EscapeDataString(Search)}");

    private protected override IReadOnlyList<LiveTopic> Topics => [new(SubjectKinds.Nppo, NppoId)];

    private protected override Reading Asks => Reading.Of(
        new ListOwnLettersRequest(NppoId, Address.Number, Address.Sort, Address.Rows, Search), Letters.HandleAsync, Show);

    private void Show(Result<OwnLetters> listed)
    {
        (_refused, _list) = (listed.Error, listed.IsSuccess ? listed.Value : null);
        // The Secretariat has answered meanwhile: it no longer "has the request".
        if (_list is { HasOpenRequest: false } && _news == Text["Asked"].Value) _news = null;
    }

    private Task AskedAsync()
    {
        _asking = false;
        return TellAsync(null, Text["Asked"]);
    }

    private async Task CancelAsync(ParticipationLetter letter)
    {
        if (!await Dialogs.ConfirmAsync(Text["CancelTitle"], Text["CancelQuestion"], Text["CancelRequest"])) return;
        await TellAsync((await Cancel.HandleAsync(new(NppoId, letter.Id), await Reader.ToActorAsync(), CancellationToken.None)).Error,
            Text["Cancelled"]);
    }

    private Task TellAsync(DomainError? refusal, string done)
    {
        (_news, _newsTone) = refusal is not null ? (Terms.Error(refusal), Tone.Warning) : (done, Tone.Success);
        return ReloadAsync();
    }
}
