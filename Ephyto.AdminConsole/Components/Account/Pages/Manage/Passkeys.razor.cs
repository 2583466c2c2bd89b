using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Components.Account.Pages.Manage;

/// <summary>A person's passkeys, and how another one joins them.</summary>
public sealed partial class Passkeys
{
    private IList<UserPasskeyInfo> _passkeys = [];
    private int _codesLeft;

    /// <summary>What the device made and the account did not take.</summary>
    private string? _unknown;

    [Inject] internal AccountSignIn Accounts { get; set; } = default!;

    [Inject] internal UserManager<ConsoleUser> Users { get; set; } = default!;

    [Inject] internal AccountPasskeys Ceremonies { get; set; } = default!;

    [Inject] internal IOptions<IdentityPasskeyOptions> Options { get; set; } = default!;

    [Inject] internal ViewSecondFactor View { get; set; } = default!;

    [Inject] internal AddPasskey Add { get; set; } = default!;

    [Inject] internal Terms.Terms Terms { get; set; } = default!;

    [SupplyParameterFromQuery] private string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "passkey")] private AddForm? Form { get; set; }

    private string? Domain => Options.Value.ServerDomain;

    protected override async Task OnInitializedAsync()
    {
        Form ??= new AddForm();
        if (await Users.GetUserAsync(Http.User) is not { } user) return;
        _codesLeft = (await View.HandleAsync(Http.User.ToActor(), Aborted)).RecoveryCodes;
        _passkeys = await Users.GetPasskeysAsync(user);
    }

    private async Task AddAsync()
    {
        if (await Users.GetUserAsync(Http.User) is not { } user || await Ceremonies.ReadNewAsync(user, Form!.Credential) is not { } passkey)
        {
            Errors.Add(null, Text["PasskeyNotDone"]);
            return;
        }

        var request = new AddPasskeyRequest(passkey, Form.Ticket, Http.User.SessionId());
        var added = await Add.HandleAsync(request, Http.User.ToActor(), Aborted);
        if (added.Error is { } refusal)
        {
            Errors.Add(null, Terms.Error(refusal));
            _unknown = AccountPasskeys.NameOf(passkey.CredentialId);
            return;
        }

        await Accounts.RefreshAsync(Http, added.Value);
        GoTo("account/manage/passkeys?done=added");
    }

    private sealed class AddForm
    {
        public string? Credential { get; set; }

        public string? Ticket { get; set; }
    }
}
