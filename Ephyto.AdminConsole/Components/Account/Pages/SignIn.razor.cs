using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Components.Account.Pages;

public sealed partial class SignIn
{
    [Inject] internal AccountSignIn Accounts { get; set; } = default!;

    [Inject] internal AccountPasskeys Passkeys { get; set; } = default!;

    [Inject] internal AccountEntrance Entrance { get; set; } = default!;

    [Inject] internal Terms.Terms Terms { get; set; } = default!;

    [SupplyParameterFromQuery] private string? ReturnUrl { get; set; }

    /// <summary>What the reader has just done elsewhere.</summary>
    [SupplyParameterFromQuery] private string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")] private SignInForm? Form { get; set; }

    [SupplyParameterFromForm(FormName = "passkey")] private PasskeyAnswer? Passkey { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new SignInForm();
        if (!HttpMethods.IsPost(Http.Request.Method) && Http.User.Identity?.IsAuthenticated == true)
            GoTo(await Entrance.FirstPageOfAsync(Http.User, LocalUrl.OrHome(ReturnUrl), Aborted));
    }

    private async Task SubmitAsync()
    {
        if (await Accounts.CheckAsync(Form!.Email, Form.Password) is { } user)
            GoTo(await Entrance.EnterAsync(Http, user, LocalUrl.OrHome(ReturnUrl)));
        else Errors.Add(null, Terms.Error(AccountErrors.SignInFailed));
    }

    /// <summary>A passkey is both factors: there is no second step.</summary>
    private async Task PasskeyAsync()
    {
        if (await Passkeys.CheckAsync(Passkey?.Credential) is { } user)
            GoTo(await Entrance.SignInAsync(Http, user, LocalUrl.OrHome(ReturnUrl)));
        else Errors.Add(null, Terms.Error(AccountErrors.PasskeyFailed));
    }

    private sealed class PasskeyAnswer
    {
        public string? Credential { get; set; }
    }

    private sealed class SignInForm
    {
        public string? Email { get; set; }

        public string? Password { get; set; }
    }
}
