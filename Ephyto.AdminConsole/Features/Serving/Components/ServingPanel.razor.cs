using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Serving.UseCases;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Serving;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Ephyto.AdminConsole.Features.Serving.Components;

/// <summary>Which countries the connections of an organization serve, and which connection serves its own, live.</summary>
public sealed partial class ServingPanel
{
    private ServingView? _view;
    private IReadOnlyList<AskedCountry> _notAsked = [];
    private string? _news;
    private Tone _newsTone;
    private DomainError? _notDone;
    private Guid _acted;
    private Guid? _ending;

    // The form by which countries were named is gone with what it did, and the list above it has grown.
    private bool _leads;
    private bool _asking;

    [Parameter, EditorRequired] public Guid NppoId { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal ViewServing View { get; set; } = default!;

    [Inject] internal AskCountryAgain Again { get; set; } = default!;

    [Inject] internal WithdrawServing Withdraw { get; set; } = default!;

    [Inject] internal CountryCatalogue Countries { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IDialogService Dialogs { get; set; } = default!;

    [Inject] internal IStringLocalizer<ServingText> Text { get; set; } = default!;

    private protected override IReadOnlyList<LiveTopic> Topics => [new(SubjectKinds.Nppo, NppoId)];

    private protected override Reading Asks => Reading.Of(NppoId, View.HandleAsync, Show);

    // From then on a message may be sent once more.
    private protected override DateTime? At => _view is { AgainFrom.Count: > 0 } view ? view.AgainFrom.Values.Min() : null;

    private static DateTime? AgainFrom(ServingView view, ServedCountry serving) =>
        view.AgainFrom.TryGetValue(serving.Id, out var from) ? from : null;

    // Who may not see the organization reads so above.
    private void Show(Result<ServingView> viewed)
    {
        _view = viewed.IsSuccess ? viewed.Value : null;
        if (_ending is not { } open || _view?.Serves.FirstOrDefault(one => one.Id == open) is { Serves: true }) return;
        // Somebody else has ended it: the form goes with what it was to do, and does not go without a word.
        Forget();
        (_ending, _acted, _notDone) = (null, open, AccessErrors.ChangedMeanwhile);
        (_news, _newsTone) = (Terms.Error(AccessErrors.ChangedMeanwhile), Tone.Warning);
    }

    private static string KeyOf(ServedBy by) =>
        by is { IsLive: false, Serving.State: ServingState.Confirmed } ? "ServedByLater" : $"ServedBy{by.Serving.State}";

    private void BeginAsk()
    {
        Forget();
        (_asking, _ending) = (true, null);
    }

    private void BeginEnd(ServedCountry serving)
    {
        Forget();
        (_asking, _ending) = (false, serving.Id);
    }

    private void Forget() => (_news, _notAsked, _notDone, _leads) = (null, [], null, false);

    private Task AskedAsync(IReadOnlyList<AskedCountry> asked)
    {
        Forget();
        var done = asked.Count(one => one.Refusal is null);
        _notAsked = [.. asked.Where(one => one.Refusal is not null)];
        (_news, _newsTone) = (Text["AskedNews", done], _notAsked.Count == 0 ? Tone.Success : Tone.Warning);
        (_asking, _leads) = (false, true);
        return ReloadAsync();
    }

    private async Task AskAgainAsync(ServedCountry serving) => await TellAsync(serving,
        await Again.HandleAsync(SeenServing.Of(serving), await Reader.ToActorAsync(), CancellationToken.None), "AgainNews");

    private async Task WithdrawAsync(ServedCountry serving)
    {
        var country = Countries.NameOf(serving.CountryCode);
        if (!await Dialogs.ConfirmAsync(Text["WithdrawTitle", country], Text["WithdrawMeaning"], Text["Withdraw"])) return;
        await TellAsync(serving,
            await Withdraw.HandleAsync(SeenServing.Of(serving), await Reader.ToActorAsync(), CancellationToken.None), "WithdrawnNews");
    }

    private Task EndedAsync(ServedCountry serving)
    {
        _ending = null;
        return TellAsync(serving, Result.Success(), "EndedNews");
    }

    private Task TellAsync(ServedCountry serving, Result outcome, string done)
    {
        Forget();
        (_acted, _notDone) = (serving.Id, outcome.Error);
        (_news, _newsTone) = outcome.Error is { } refusal
            ? (Terms.Error(refusal), Tone.Warning) : (Text[done, Countries.NameOf(serving.CountryCode)], Tone.Success);
        return ReloadAsync();
    }
}
