using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Components.Account.Pages;

/// <summary>A person's own account: name, language, password.</summary>
public sealed partial class Manage
{
    [Inject] internal AccountSignIn Accounts { get; set; } = default!;

    [Inject] internal UserManager<ConsoleUser> Users { get; set; } = default!;

    [Inject] internal Terms.Terms Terms { get; set; } = default!;

    [Inject] internal IOptions<LanguageOptions> LanguageOptions { get; set; } = default!;

    [SupplyParameterFromQuery] private string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "profile")] private ProfileForm? Profile { get; set; }

    [SupplyParameterFromForm(FormName = "password")] private PasswordForm? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new PasswordForm();
        if (Profile is not null) return;

        // There before the first await: the page renders once while it waits.
        Profile = new ProfileForm();
        var user = await Users.GetUserAsync(Http.User);
        (Profile.Name, Profile.Language) = (user?.DisplayName, user?.Language);
    }

    private async Task SaveProfileAsync()
    {
        var name = FreeText.Clean(Profile!.Name, 100)?.Replace('\n', ' ');
        var language = LanguageOptions.Value.Offered.FirstOrDefault(offered => offered.Code == Profile.Language);
        if (name is null) Errors.Add("Profile.Name", Text["NameMissing"]);
        if (name is null || language is null || await Users.GetUserAsync(Http.User) is not { } user) return;

        (user.DisplayName, user.Language) = (name, language.Code);
        if (!(await Users.UpdateAsync(user)).Succeeded)
        {
            Errors.Add(null, Terms.Error(AccessErrors.ChangedMeanwhile));
            return;
        }

        LanguageChoice.Remember(Http, language);
        await Accounts.RefreshAsync(user);
        GoTo("/account/manage?done=profile");
    }

    private async Task SavePasswordAsync()
    {
        if (Form!.Password != Form.PasswordAgain)
        {
            Errors.Add("Form.PasswordAgain", Text["PasswordsDiffer"]);
            return;
        }

        var changed = await Service<ChangePassword>().HandleAsync(new ChangePasswordRequest(Form.Present, Form.Password), Http.User.ToActor(), Aborted);
        if (changed.Error is { } refusal)
        {
            Errors.Add(refusal == AccountErrors.WrongPassword ? "Form.Present" : "Form.Password", Terms.Error(refusal));
            return;
        }

        await Accounts.RefreshAsync(changed.Value);
        GoTo("/account/manage?done=password");
    }

    private sealed class ProfileForm
    {
        public string? Name { get; set; }

        public string? Language { get; set; }
    }

    private sealed class PasswordForm
    {
        public string? Present { get; set; }

        public string? Password { get; set; }

        public string? PasswordAgain { get; set; }
    }
}
