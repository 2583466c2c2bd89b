using Ephyto.AdminConsole.Components.Account.Emails;
using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Links;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace Ephyto.AdminConsole.Components.Account.Pages;

/// <summary>Where the two links of a change of address lead. Reading it changes nothing.</summary>
public sealed partial class ConfirmEmail
{
    private Guid _linkId;
    private LinkState? _state;
    private bool? _both;
    private EmailChangeAddresses? _addresses;

    [Inject] internal LinkChoices Links { get; set; } = default!;

    [Inject] internal LinkNames Names { get; set; } = default!;

    [Inject] internal ConfirmEmailChange Change { get; set; } = default!;

    [Inject] internal AccountSignIn Accounts { get; set; } = default!;

    [Inject] internal UserManager<ConsoleUser> Users { get; set; } = default!;

    [Inject] internal Terms.Terms Terms { get; set; } = default!;

    private bool IsOld => Http.IsAt(AccountEmails.OldEmailPath);

    private LinkPurpose Purpose => IsOld ? LinkPurpose.ConfirmOldEmail : LinkPurpose.ConfirmNewEmail;

    protected override Task OnInitializedAsync() => LookAsync();

    private async Task LookAsync()
    {
        if (await Links.FindAsync(Http, Purpose) is not { } found) return;
        (_linkId, _state) = (found.Link.Id, found.State);
        _addresses = await Names.AddressesAsync(found.Link, Aborted);
    }

    private async Task ConfirmAsync()
    {
        if (_state != LinkState.Open || _addresses is null) return;
        var confirmed = await Change.HandleAsync(_linkId, Purpose, Http.User.SessionId(), Aborted);
        if (confirmed.Error is { } refusal)
        {
            // Also where the wish itself was given up or done meanwhile, and the link is none the wiser.
            if (refusal == LinkErrors.NotUsable) await LookAsync();
            Errors.Add(null, Terms.Error(refusal));
            return;
        }

        Links.Forget(Http, _linkId);
        _both = confirmed.Value;
        if (_both == true && await Users.GetUserAsync(Http.User) is { } user) await Accounts.RefreshAsync(Http, user);
    }
}
