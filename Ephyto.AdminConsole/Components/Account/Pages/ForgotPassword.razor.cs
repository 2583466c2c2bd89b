using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Components.Account.Pages;

public sealed partial class ForgotPassword
{
    private bool _sent;

    [Inject] internal AfterAnswer After { get; set; } = default!;

    [Inject] internal Terms.Terms Terms { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "forgot")] private ForgotForm? Form { get; set; }

    protected override void OnInitialized() => Form ??= new ForgotForm();

    private void Submit()
    {
        if (EmailAddress.TryParse(Form!.Email) is not { } email)
        {
            Errors.Add("Form.Email", Terms.Error(EmailAddress.WhyNot(Form.Email) ?? MemberErrors.InvalidEmail));
            return;
        }

        // After the answer, which takes as long for an address that nobody has.
        var sender = RateLimits.Sender(Http.Connection.RemoteIpAddress);
        After.TryAdd<RequestPasswordReset>((request, ct) => request.HandleAsync(email, sender, ct));
        _sent = true;
    }

    private sealed class ForgotForm
    {
        public string? Email { get; set; }
    }
}
