using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Components.Account.Pages;

public sealed partial class ForgotPassword
{
    private bool _sent;

    [Inject] internal RequestPasswordReset Reset { get; set; } = default!;

    [Inject] internal Terms.Terms Terms { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "forgot")] private ForgotForm? Form { get; set; }

    protected override void OnInitialized() => Form ??= new ForgotForm();

    private async Task SubmitAsync()
    {
        if (EmailAddress.TryParse(Form!.Email) is not { } email)
        {
            Errors.Add("Form.Email", Terms.Error(MemberErrors.InvalidEmail));
            return;
        }

        await Reset.HandleAsync(email, Aborted);
        _sent = true;
    }

    private sealed class ForgotForm
    {
        public string? Email { get; set; }
    }
}
