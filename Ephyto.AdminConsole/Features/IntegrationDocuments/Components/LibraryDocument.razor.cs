using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Components;

/// <summary>One document of the library with its versions, and what the hub does with them.</summary>
public sealed partial class LibraryDocument
{
    private IReadOnlyList<DocumentHolder>? _holders;

    [Parameter, EditorRequired] public LibraryItem Item { get; set; } = default!;

    /// <summary>How many organizations there are.</summary>
    [Parameter, EditorRequired] public int Nppos { get; set; }

    [Parameter] public bool MayManage { get; set; }

    [Parameter, EditorRequired] public EventCallback<(DomainError? Refusal, string Done)> OnDone { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal PublishDocument Publish { get; set; } = default!;

    [Inject] internal WithdrawDocument Withdraw { get; set; } = default!;

    [Inject] internal ShowDocument Show { get; set; } = default!;

    [Inject] internal ListHolders WhoHasIt { get; set; } = default!;

    [Inject] internal IDialogService Dialogs { get; set; } = default!;

    [Inject] internal CountryCatalogue Countries { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IStringLocalizer<DocumentsText> Text { get; set; } = default!;

    private IntegrationDocument Document => Item.Document;

    private async Task AddVersionAsync()
    {
        var parameters = new DialogParameters<AddVersionDialog> { { dialog => dialog.Id, Document.Id },
            { dialog => dialog.Title, Document.Title } };
        var answer = await Dialogs.AskAsync<AddVersionDialog>(Text["AddVersion"], parameters);
        if (answer is { Canceled: false }) await OnDone.InvokeAsync((null, Text["Added"]));
    }

    private async Task PublishAsync(DocumentVersion version)
    {
        if (!await Dialogs.ConfirmAsync(Text["PublishTitle"], Text["PublishMeaning", Document.Title, version.Number, Item.Holders],
            Text["Publish"])) return;
        await OnDone.InvokeAsync(
            ((await Publish.HandleAsync(new(Document.Id, version.Id), await Reader.ToActorAsync(), CancellationToken.None)).Error,
                Text["Published"]));
    }

    private async Task WithdrawAsync(DocumentVersion version)
    {
        if (!await Dialogs.ConfirmAsync(Text["WithdrawTitle"], Text["WithdrawMeaning", Document.Title, version.Number], Text["Withdraw"],
            dangerous: true)) return;
        await OnDone.InvokeAsync(
            ((await Withdraw.HandleAsync(new(Document.Id, version.Id), await Reader.ToActorAsync(), CancellationToken.None)).Error,
                Text["Withdrawn"]));
    }

    private async Task ShowAsync(ChangeEventArgs chosen)
    {
        if (!Enum.TryParse<DocumentAudience>(chosen.Value as string, out var audience) || !Enum.IsDefined(audience)) return;
        await OnDone.InvokeAsync(
            ((await Show.HandleAsync(new(Document.Id, audience), await Reader.ToActorAsync(), CancellationToken.None)).Error,
                Text["AudienceChanged", Terms.Of(audience)]));
    }

    private async Task LoadHoldersAsync()
    {
        var found = await WhoHasIt.HandleAsync(Document.Id, await Reader.ToActorAsync(), CancellationToken.None);
        _holders = found.IsSuccess ? found.Value : [];
    }
}
