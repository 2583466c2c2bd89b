using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Components.Account.Pages.Manage;

/// <summary>Asks once more, and says what follows, before an account is erased.</summary>
public sealed partial class Erase
{
    private ErasureView? _view;

    [Inject] internal AccountSignIn Accounts { get; set; } = default!;

    [Inject] internal ViewErasure View { get; set; } = default!;

    [Inject] internal EraseMyAccount Act { get; set; } = default!;

    [Inject] internal Terms.Terms Terms { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "erase")] private EraseForm? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new EraseForm();
        _view = await View.HandleAsync(Http.User.ToActor(), Aborted);
    }

    private async Task EraseAsync()
    {
        var erased = await Act.HandleAsync(Form!.Password, Http.User.ToActor(), Aborted);
        if (erased.Error is { } refusal)
        {
            Errors.Add(refusal == AccountErrors.WrongPassword ? "Form.Password" : null, Terms.Error(refusal));
            _view = await View.HandleAsync(Http.User.ToActor(), Aborted);
            return;
        }

        await Accounts.SignOutAsync(Http);
        GoTo("account/sign-in?done=erased");
    }

    private sealed class EraseForm
    {
        public string? Password { get; set; }
    }
}
