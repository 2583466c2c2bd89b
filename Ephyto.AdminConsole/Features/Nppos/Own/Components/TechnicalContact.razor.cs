using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Nppos.Own.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Ephyto.AdminConsole.Features.Nppos.Own.Components;

/// <summary>Who the technical contact is, live, and how the place passes to somebody else.</summary>
public sealed partial class TechnicalContact
{
    private TechnicalContactView? _view;
    private string? _news;
    private Tone _newsTone;
    private DomainError? _notDone;

    [Parameter, EditorRequired] public Guid NppoId { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal ViewTechnicalContact Contacts { get; set; } = default!;

    [Inject] internal OfferTechnicalContact Offer { get; set; } = default!;

    [Inject] internal AnswerTechnicalContact Answer { get; set; } = default!;

    [Inject] internal WithdrawTechnicalContact Withdraw { get; set; } = default!;

    [Inject] internal TakeTechnicalContact Take { get; set; } = default!;

    [Inject] internal IDialogService Dialogs { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IStringLocalizer<NpposText> Text { get; set; } = default!;

    internal static string NameOf(Member member) => member.Person.FullName.Length > 0 ? member.Person.FullName : member.Email;

    private protected override IReadOnlyList<LiveTopic> Topics => [new(SubjectKinds.Nppo, NppoId)];

    private protected override Reading Asks => Reading.Of(
        NppoId,
        Contacts.HandleAsync,
        viewed => _view = viewed.IsSuccess ? viewed.Value : null);

    private async Task OfferAsync()
    {
        var seen = _view!;
        var parameters = new DialogParameters<OfferContactDialog> { { dialog => dialog.Candidates, seen.Candidates } };
        var answer = await Dialogs.AskAsync<OfferContactDialog>(Text["HandOverContact"], parameters);
        if (answer is { Canceled: false, Data: Member chosen })
            await TellAsync(
                await Offer.HandleAsync(new(NppoId, chosen.Id, seen.Contact?.Id), await Reader.ToActorAsync(), CancellationToken.None),
                Text["OfferedNews", NameOf(chosen)]);
    }

    private async Task AcceptAsync() =>
        await TellAsync(await Answer.HandleAsync(new(NppoId, _view!.Offer, true), await Reader.ToActorAsync(), CancellationToken.None),
            Text["AcceptedNews"]);

    // What the reader saw when the question was asked counts, not what the page says by the time of the answer.
    private async Task DeclineAsync()
    {
        var seen = _view!.Offer;
        if (await Dialogs.ConfirmAsync(Text["DeclineTitle"], Text["DeclineMeaning"], Text["DeclineOffer"]))
            await TellAsync(await Answer.HandleAsync(new(NppoId, seen, false), await Reader.ToActorAsync(), CancellationToken.None),
                Text["DeclinedNews"]);
    }

    private async Task WithdrawAsync()
    {
        var seen = _view!.Offer;
        if (await Dialogs.ConfirmAsync(Text["WithdrawTitle"], Text["WithdrawMeaning"], Text["WithdrawOffer"]))
            await TellAsync(await Withdraw.HandleAsync(new(NppoId, seen), await Reader.ToActorAsync(), CancellationToken.None),
                Text["WithdrawnNews"]);
    }

    private async Task TakeAsync()
    {
        if (await Dialogs.ConfirmAsync(Text["TakeTitle"], Text["TakeMeaning"], Text["TakeContact"]))
            await TellAsync(await Take.HandleAsync(NppoId, await Reader.ToActorAsync(), CancellationToken.None), Text["AcceptedNews"]);
    }

    private Task TellAsync(Result<Guid> outcome, string done)
    {
        _notDone = outcome.Error;
        (_news, _newsTone) = outcome.Error is { } refusal ? (Terms.Error(refusal), Tone.Warning) : (done, Tone.Success);
        return ReloadAsync();
    }
}
