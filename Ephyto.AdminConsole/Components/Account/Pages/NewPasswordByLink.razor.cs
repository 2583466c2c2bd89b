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

    [Inject] internal LinkChoices Links { get; set; } = default!;

    [Inject] internal ResetPassword Reset { get; set; } = default!;

    [Inject] internal UserManager<ConsoleUser> Users { get; set; } = default!;

    [Inject] internal KnownDevices Devices { get; set; } = default!;

    [Inject] internal Terms.Terms Terms { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "reset")] private ResetForm? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new ResetForm();
        if (await Links.FindAsync(Http, LinkPurpose.ResetPassword) is not { } found) return;
        (_linkId, _state) = (found.Link.Id, found.State);
        _owner = await Links.NameAsync(Http, found.Link);
    }

    private async Task SubmitAsync()
    {
        if (_state != LinkState.Open) return;
        if (IdentityPasswordRules.Refuse(Form!.Password) is { } weak) Errors.Add("Form.Password", Terms.Error(weak));
        RequireSame(Form.Password, Form.PasswordAgain);
        if (Errors.Any) return;

        var reset = await Reset.HandleAsync(new ResetPasswordRequest(_linkId, Form.Password), Aborted);
        if (reset.Error is { } refusal)
        {
            if (refusal == LinkErrors.NotUsable) GoTo(Links.AddressOf(LinkPurpose.ResetPassword, _linkId));
            else Errors.Add("Form.Password", Terms.Error(refusal));
            return;
        }

        // To whoever has the mailbox the door stays open, whatever somebody guesses meanwhile.
        if (await Users.FindByIdAsync(reset.Value.ToString()) is { } user) Devices.Remember(Http, user);
        Links.Forget(Http, _linkId);
        GoTo("account/sign-in?done=password");
    }

    private sealed class ResetForm
    {
        public string? Password { get; set; }

        public string? PasswordAgain { get; set; }
    }
}
