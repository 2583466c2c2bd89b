using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Outbox.UseCases;
using Ephyto.AdminConsole.Field.Delivery.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Ephyto.AdminConsole.Features.Outbox.Components;

/// <summary>What an officer may do with one e-mail.</summary>
public sealed partial class EmailActions
{
    private string? _address;
    private string? _error;

    [Parameter, EditorRequired] public EmailView View { get; set; } = default!;

    [Parameter] public EventCallback<EmailOutcome> OnDone { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] private ResendEmail Resend { get; set; } = default!;

    [Inject] private CancelEmail Cancel { get; set; } = default!;

    [Inject] private CorrectAddress Correct { get; set; } = default!;

    [Inject] private SettleEmail Settle { get; set; } = default!;

    [Inject] private IDialogService Dialogs { get; set; } = default!;

    [Inject] private Terms Terms { get; set; } = default!;

    [Inject] private IStringLocalizer<OutboxText> Text { get; set; } = default!;

    private EmailRow Row => View.Row;

    private bool MayReaddress => !View.CarriesSecret && View.About.Kind != SubjectKinds.Account;

    private async Task ResendAsync()
    {
        var waits = Row.State == EmailState.Queued;
        var done = Text[waits ? "TriedNow" : View.CarriesSecret ? "Renewed" : "Resent"];
        await OnDone.InvokeAsync(new(await Resend.HandleAsync(Row.Id, waits, await Reader.ToActorAsync(), CancellationToken.None), done));
    }

    private async Task CancelAsync()
    {
        if (!await Dialogs.ConfirmAsync(Text["CancelTitle"], Text["CancelQuestion"], Text["CancelMail"], dangerous: true)) return;
        await OnDone.InvokeAsync(
            new(await Cancel.HandleAsync(Row.Id, await Reader.ToActorAsync(), CancellationToken.None), Text["CancelledNews"]));
    }

    private async Task SettleAsync() =>
        await OnDone.InvokeAsync(
            new(await Settle.HandleAsync(Row.Id, await Reader.ToActorAsync(), CancellationToken.None), Text["SettledNews"]));

    // What is wrong with the address itself is said beside it.
    private static readonly DomainError[] OfTheField = [EmailErrors.InvalidAddress, EmailErrors.SameAddress,
        EmailAddressErrors.CurlyApostrophe];

    private async Task CorrectAsync()
    {
        var corrected = await Correct.HandleAsync(new(Row.Id, _address), await Reader.ToActorAsync(), CancellationToken.None);
        _error = corrected.Error is { } refusal && OfTheField.Contains(refusal) ? Terms.Error(refusal) : null;
        if (_error is null) await OnDone.InvokeAsync(new(corrected, Text["Corrected"]));
    }
}
