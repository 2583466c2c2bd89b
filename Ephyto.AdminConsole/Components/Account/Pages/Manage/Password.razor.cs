using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Components.Account.Pages.Manage;

public sealed partial class Password
{
    [Inject] internal AccountSignIn Accounts { get; set; } = default!;

    [Inject] internal ChangePassword Change { get; set; } = default!;

    [Inject] internal Terms.Terms Terms { get; set; } = default!;

    [SupplyParameterFromQuery] private string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "password")] private PasswordForm? Form { get; set; }

    protected override void OnInitialized() => Form ??= new PasswordForm();

    private async Task SaveAsync()
    {
        RequireSame(Form!.Password, Form.PasswordAgain);
        if (Errors.Any) return;

        var request = new ChangePasswordRequest(Form.Present, Form.Password, Http.User.SessionId());
        var changed = await Change.HandleAsync(request, Http.User.ToActor(), Aborted);
        if (changed.Error is { } refusal)
        {
            Errors.Add(refusal == AccountErrors.WrongPassword ? "Form.Present" : "Form.Password", Terms.Error(refusal));
            return;
        }

        await Accounts.RefreshAsync(Http, changed.Value);
        GoTo("account/manage/password?done=saved");
    }

    private sealed class PasswordForm
    {
        public string? Present { get; set; }

        public string? Password { get; set; }

        public string? PasswordAgain { get; set; }
    }
}
