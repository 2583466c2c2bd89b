using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace Ephyto.AdminConsole.Components.Account.Pages.Manage;

/// <summary>One passkey: its name, and its end.</summary>
public sealed partial class OnePasskey
{
    private UserPasskeyInfo? _passkey;

    [Parameter] public string? Id { get; set; }

    [Inject] internal AccountSignIn Accounts { get; set; } = default!;

    [Inject] internal UserManager<ConsoleUser> Users { get; set; } = default!;

    [Inject] internal RenamePasskey Renaming { get; set; } = default!;

    [Inject] internal RemovePasskey Removal { get; set; } = default!;

    [Inject] internal Terms.Terms Terms { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "rename")] private RenameForm? Rename { get; set; }

    [SupplyParameterFromForm(FormName = "remove")] private RemoveForm? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Rename ??= new RenameForm();
        Form ??= new RemoveForm();
        if (AccountPasskeys.IdOf(Id) is { } id && await Users.GetUserAsync(Http.User) is { } user)
            _passkey = await Users.GetPasskeyAsync(user, id);
    }

    private async Task RenameAsync()
    {
        if (_passkey is null) return;
        var renamed = await Renaming.HandleAsync(_passkey.CredentialId, Rename!.Name, Http.User.ToActor(), Aborted);
        if (renamed.Error is { } refusal) Errors.Add("Rename.Name", Terms.Error(refusal));
        else GoTo("account/manage/passkeys?done=renamed");
    }

    private async Task RemoveAsync()
    {
        if (_passkey is null) return;
        var request = new RemovePasskeyRequest(_passkey.CredentialId, Form!.Proof, Http.User.SessionId());
        var removed = await Removal.HandleAsync(request, Http.User.ToActor(), Aborted);
        if (removed.Error is { } refusal)
        {
            Errors.Add("Form.Proof", Terms.Error(refusal));
            return;
        }

        await Accounts.RefreshAsync(Http, removed.Value);
        GoTo("account/manage/passkeys?done=removed");
    }

    private sealed class RenameForm
    {
        public string? Name { get; set; }
    }

    private sealed class RemoveForm
    {
        public string? Proof { get; set; }
    }
}
