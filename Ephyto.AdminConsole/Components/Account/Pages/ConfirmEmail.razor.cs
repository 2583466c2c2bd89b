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
    private bool _open;
    private bool? _both;

    [Inject] internal LinkUse Links { get; set; } = default!;

    [Inject] internal Terms.Terms Terms { get; set; } = default!;

    private bool IsOld => Http.Request.Path.StartsWithSegments(AccountEmails.OldEmailPath, StringComparison.OrdinalIgnoreCase);

    private LinkPurpose Purpose => IsOld ? LinkPurpose.ConfirmOldEmail : LinkPurpose.ConfirmNewEmail;

    protected override async Task OnInitializedAsync()
    {
        if (RecallLink(Purpose) is not { } linkId || await Links.FindAsync(linkId, Aborted) is not { } link) return;
        (_linkId, _open) = (linkId, link.StateAt(Service<TimeProvider>().GetUtcNow().UtcDateTime) == LinkState.Open);
    }

    private async Task ConfirmAsync()
    {
        if (!_open) return;
        var confirmed = await Service<ConfirmEmailChange>().HandleAsync(_linkId, Purpose, Http.User.SessionId(), Aborted);
        if (confirmed.Error is { } refusal)
        {
            _open = refusal != LinkErrors.NotUsable;
            Errors.Add(null, Terms.Error(refusal));
            return;
        }

        ForgetLink(Purpose);
        _both = confirmed.Value;
        if (_both == true && await Service<UserManager<ConsoleUser>>().GetUserAsync(Http.User) is { } user) await Service<AccountSignIn>().RefreshAsync(Http, user);
    }
}
