using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Forms;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Components.Account.Pages;

/// <summary>The second step of a sign-in, after the password.</summary>
public sealed partial class SignInCode
{
    private ConsoleUser? _user;
    private string? _other;

    [Inject] internal AccountEntrance Entrance { get; set; } = default!;

    [Inject] internal AccountSecondStep SecondStep { get; set; } = default!;

    [Inject] internal Terms.Terms Terms { get; set; } = default!;

    [SupplyParameterFromQuery] private string? ReturnUrl { get; set; }

    [SupplyParameterFromForm(FormName = "code")] private CodeForm? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new CodeForm();
        _user = await SecondStep.WhoAsync(Http);
        if (_user is null) GoTo(SignInWith(LocalUrl.OrHome(ReturnUrl), done: "late"));
    }

    private async Task SubmitAsync()
    {
        if (_user is null) return;
        if (ShownForm.Of(Http)?.SubjectId is var shown && shown != _user.Id)
        {
            // The password of another account was given since, in another window.
            _other = await SecondStep.AddressOfAsync(shown) ?? "";
            return;
        }

        if (string.IsNullOrWhiteSpace(Form!.Code)) Errors.Add("Form.Code", Terms.Error(AccountErrors.CodeNeeded));
        else if (await SecondStep.IsAppLostAsync(Http, _user, Form.Code)) Errors.Add("Form.Code", Terms.Error(AccountErrors.AppLost));
        else if (await SecondStep.CompleteAsync(Http, _user, Form.Code))
            GoTo(await Entrance.SignInAsync(Http, _user, LocalUrl.OrHome(ReturnUrl)));
        else Errors.Add("Form.Code", Terms.Error(AccountErrors.WrongCode));
    }

    private sealed class CodeForm
    {
        public string? Code { get; set; }
    }
}
