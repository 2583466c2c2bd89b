using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Links;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Components.Account.Pages;

public sealed partial class NewPasswordByLink
{
    private Guid _linkId;
    private bool _open;

    [Inject] internal LinkUse Links { get; set; } = default!;

    [Inject] internal Terms.Terms Terms { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "reset")] private ResetForm? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new ResetForm();
        if (RecallLink(LinkPurpose.ResetPassword) is not { } linkId || await Links.FindAsync(linkId, Aborted) is not { } link) return;
        (_linkId, _open) = (linkId, link.StateAt(Service<TimeProvider>().GetUtcNow().UtcDateTime) == LinkState.Open);
    }

    private async Task SubmitAsync()
    {
        if (!_open) return;
        if (IdentityPasswordRules.Refuse(Form!.Password) is { } weak) Errors.Add("Form.Password", Terms.Error(weak));
        RequireSame(Form.Password, Form.PasswordAgain);
        if (Errors.Any) return;

        var reset = await Service<ResetPassword>().HandleAsync(new ResetPasswordRequest(_linkId, Form.Password), Aborted);
        if (reset.Error is { } refusal)
        {
            _open = refusal != LinkErrors.NotUsable;
            Errors.Add("Form.Password", Terms.Error(refusal));
            return;
        }

        ForgetLink(LinkPurpose.ResetPassword);
        GoTo("/account/sign-in?done=password");
    }

    private sealed class ResetForm
    {
        public string? Password { get; set; }

        public string? PasswordAgain { get; set; }
    }
}
