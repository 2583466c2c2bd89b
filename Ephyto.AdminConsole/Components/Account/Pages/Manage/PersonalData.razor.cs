using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Components.Account.Pages.Manage;

/// <summary>What the console knows of a person, and how it forgets it.</summary>
public sealed partial class PersonalData
{
    [Inject] internal AccountSignIn Accounts { get; set; } = default!;

    [Inject] internal Terms.Terms Terms { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "erase")] private EraseForm? Form { get; set; }

    protected override void OnInitialized() => Form ??= new EraseForm();

    private async Task EraseAsync()
    {
        var erased = await Service<EraseMyAccount>().HandleAsync(Form!.Password, Http.User.ToActor(), Aborted);
        if (erased.Error is { } refusal)
        {
            Errors.Add(refusal == AccountErrors.WrongPassword ? "Form.Password" : null, Terms.Error(refusal));
            return;
        }

        await Accounts.SignOutAsync(Http);
        GoTo("/account/sign-in?done=erased");
    }

    private sealed class EraseForm
    {
        public string? Password { get; set; }
    }
}
