using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Nppos.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Ephyto.AdminConsole.Features.Nppos.Components;

/// <summary>Who the technical contact is, live, and how the place passes to somebody else.</summary>
public sealed partial class TechnicalContact
{
    private TechnicalContactView? _view;
    private string? _news;
    private Tone _newsTone;

    [Parameter, EditorRequired] public Guid NppoId { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal ViewTechnicalContact Contacts { get; set; } = default!;

    [Inject] internal ContactActs Acts { get; set; } = default!;

    [Inject] internal IDialogService Dialogs { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IStringLocalizer<NpposText> Text { get; set; } = default!;

    internal static string NameOf(Member member) => member.Person.FullName.Length > 0 ? member.Person.FullName : member.Email;

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var viewed = await Contacts.HandleAsync(NppoId, await Reader.ToActorAsync(), CancellationToken.None);
        _view = viewed.IsSuccess ? viewed.Value : null;
    }

    private async Task OfferAsync()
    {
        var parameters = new DialogParameters<OfferContactDialog> { { dialog => dialog.Candidates, _view!.Candidates } };
        var shown = await Dialogs.ShowAsync<OfferContactDialog>(Text["HandOverContact"], parameters);
        if (await shown.Result is { Canceled: false, Data: Member chosen })
            await TellAsync(await Acts.OfferAsync(NppoId, chosen.Id, await Reader.ToActorAsync()), Text["OfferedNews", NameOf(chosen)]);
    }

    private async Task AcceptAsync() => await TellAsync(await Acts.AnswerAsync(NppoId, true, await Reader.ToActorAsync()), Text["AcceptedNews"]);

    private async Task DeclineAsync()
    {
        if (await Dialogs.ConfirmAsync(Text["DeclineTitle"], Text["DeclineMeaning"], Text["DeclineOffer"]))
            await TellAsync(await Acts.AnswerAsync(NppoId, false, await Reader.ToActorAsync()), Text["DeclinedNews"]);
    }

    private async Task WithdrawAsync()
    {
        if (await Dialogs.ConfirmAsync(Text["WithdrawTitle"], Text["WithdrawMeaning"], Text["WithdrawOffer"]))
            await TellAsync(await Acts.WithdrawAsync(NppoId, await Reader.ToActorAsync()), Text["WithdrawnNews"]);
    }

    private async Task TakeAsync()
    {
        if (await Dialogs.ConfirmAsync(Text["TakeTitle"], Text["TakeMeaning"], Text["TakeContact"]))
            await TellAsync(await Acts.TakeAsync(NppoId, await Reader.ToActorAsync()), Text["AcceptedNews"]);
    }

    private Task TellAsync(Result<Guid> outcome, string done)
    {
        (_news, _newsTone) = outcome.Error is { } refusal ? (Terms.Error(refusal), Tone.Warning) : (done, Tone.Success);
        return LoadAsync();
    }
}
