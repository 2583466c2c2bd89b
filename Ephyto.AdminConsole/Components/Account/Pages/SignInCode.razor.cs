using Ephyto.AdminConsole.Data.Identity;
using Ephyto.Domain.Access;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Components.Account.Pages;

/// <summary>The second step of a sign-in, after the password.</summary>
public sealed partial class SignInCode
{
    private ConsoleUser? _user;

    [Inject] internal AccountSignIn Accounts { get; set; } = default!;

    [Inject] internal AccountSecondStep SecondStep { get; set; } = default!;

    [Inject] internal Terms.Terms Terms { get; set; } = default!;

    [SupplyParameterFromQuery] private string? ReturnUrl { get; set; }

    [SupplyParameterFromForm(FormName = "code")] private CodeForm? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new CodeForm();
        _user = await SecondStep.WhoAsync(Http);
        if (_user is null) GoTo(SignInWith(ReturnUrl));
    }

    private async Task SubmitAsync()
    {
        if (_user is null) return;
        if (await SecondStep.CompleteAsync(Http, _user, Form!.Code)) GoTo(FirstPageOf(await Accounts.SignInAsync(Http, _user), ReturnUrl));
        else Errors.Add("Form.Code", Terms.Error(AccountErrors.WrongCode));
    }

    private sealed class CodeForm
    {
        public string? Code { get; set; }
    }
}
