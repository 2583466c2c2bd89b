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

    [Inject] internal LinkUse Links { get; set; } = default!;

    [Inject] internal Terms.Terms Terms { get; set; } = default!;

    private bool IsOld => Http.IsAt(AccountEmails.OldEmailPath);

    private LinkPurpose Purpose => IsOld ? LinkPurpose.ConfirmOldEmail : LinkPurpose.ConfirmNewEmail;

    protected override async Task OnInitializedAsync()
    {
        if (RecallLink(Purpose) is { } linkId) await LookAsync(linkId);
    }

    private async Task LookAsync(Guid linkId)
    {
        if (await Links.FindAsync(linkId, Aborted) is not { } link) return;
        (_linkId, _state) = (linkId, link.StateAt(Service<TimeProvider>().GetUtcNow().UtcDateTime));
        _addresses = await Service<LinkNames>().AddressesAsync(link, Aborted);
    }

    private async Task ConfirmAsync()
    {
        if (_state != LinkState.Open || _addresses is null) return;
        var confirmed = await Service<ConfirmEmailChange>().HandleAsync(_linkId, Purpose, Http.User.SessionId(), Aborted);
        if (confirmed.Error is { } refusal)
        {
            // Also where the wish itself was given up or done meanwhile, and the link is none the wiser.
            if (refusal == LinkErrors.NotUsable) await LookAsync(_linkId);
            Errors.Add(null, Terms.Error(refusal));
            return;
        }

        ForgetLink(_linkId);
        _both = confirmed.Value;
        if (_both == true && await Service<UserManager<ConsoleUser>>().GetUserAsync(Http.User) is { } user) await Service<AccountSignIn>().RefreshAsync(Http, user);
    }
}
