using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Components.Account.Pages.Manage;

/// <summary>Where the change of the address begins.</summary>
public sealed partial class Email
{
    private string? _sentTo;

    [Inject] internal RequestEmailChange Change { get; set; } = default!;

    [Inject] internal Terms.Terms Terms { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "email")] private EmailForm? Form { get; set; }

    protected override void OnInitialized() => Form ??= new EmailForm();

    private async Task SubmitAsync()
    {
        if (EmailAddress.MixedUntold(Form!.Email, Form.MixedTold) is { } mixed)
        {
            Form.MixedTold = mixed.Value;
            Errors.Add("Form.Email", Terms.Error(EmailAddressErrors.MixedScripts));
            return;
        }

        var asked = await Change.HandleAsync(new RequestEmailChangeRequest(Form!.Email, Form.Proof), Http.User.ToActor(), Aborted);
        if (asked.Error is { } refusal) Errors.Add(refusal == AccountErrors.NotProven ? "Form.Proof" : "Form.Email", Terms.Error(refusal));
        else _sentTo = asked.Value.Value;
    }

    private sealed class EmailForm
    {
        public string? Email { get; set; }

        public string? MixedTold { get; set; }

        public string? Proof { get; set; }
    }
}
