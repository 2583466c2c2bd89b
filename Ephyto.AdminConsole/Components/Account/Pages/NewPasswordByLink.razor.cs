using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Links;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace Ephyto.AdminConsole.Components.Account.Pages;

public sealed partial class NewPasswordByLink
{
    private Guid _linkId;
    private LinkState _state;
    private string? _owner;

    [Inject] internal LinkUse Links { get; set; } = default!;

    [Inject] internal Terms.Terms Terms { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "reset")] private ResetForm? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new ResetForm();
        if (RecallLink(LinkPurpose.ResetPassword) is not { } linkId || await Links.FindAsync(linkId, Aborted) is not { } link) return;
        (_linkId, _state) = (linkId, link.StateAt(Service<TimeProvider>().GetUtcNow().UtcDateTime));
        _owner = await Service<LinkChoices>().NameAsync(Http, link);
    }

    private async Task SubmitAsync()
    {
        if (_state != LinkState.Open) return;
        if (IdentityPasswordRules.Refuse(Form!.Password) is { } weak) Errors.Add("Form.Password", Terms.Error(weak));
        RequireSame(Form.Password, Form.PasswordAgain);
        if (Errors.Any) return;

        var reset = await Service<ResetPassword>().HandleAsync(new ResetPasswordRequest(_linkId, Form.Password), Aborted);
        if (reset.Error is { } refusal)
        {
            if (refusal == LinkErrors.NotUsable) GoToLink(LinkPurpose.ResetPassword, _linkId);
            else Errors.Add("Form.Password", Terms.Error(refusal));
            return;
        }

        // To whoever has the mailbox the door stays open, whatever somebody guesses meanwhile.
        if (await Service<UserManager<ConsoleUser>>().FindByIdAsync(reset.Value.ToString()) is { } user) Service<KnownDevices>().Remember(Http, user);
        ForgetLink(_linkId);
        GoTo("account/sign-in?done=password");
    }

    private sealed class ResetForm
    {
        public string? Password { get; set; }

        public string? PasswordAgain { get; set; }
    }
}
