using Ephyto.AdminConsole.Components.Account;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Hub.FirstAdministrator.UseCases;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Members;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Hub.FirstAdministrator.Pages;

/// <summary>Makes the first hub administrator, by the link that the console prints when it starts.</summary>
public sealed partial class SetUp
{
    private Guid _linkId;
    private LinkState? _state;

    [Inject] internal AccountSignIn Accounts { get; set; } = default!;

    [Inject] internal LinkChoices Links { get; set; } = default!;

    [Inject] internal SetUpHub Act { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IStringLocalizer<SetUpText> SetUpText { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "set-up")] private SetUpForm? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new SetUpForm();
        if (await Links.FindAsync(Http, LinkPurpose.HubSetup) is { } found) (_linkId, _state) = (found.Link.Id, found.State);
    }

    private async Task SubmitAsync()
    {
        if (_state != LinkState.Open) return;

        var name = FreeText.Line(Form!.Name, 100);
        var email = EmailAddress.TryParse(Form.Email);
        if (name is null) Errors.Add("Form.Name", Text["NameMissing"]);
        if (TypedName.FaultOf(name) is { } fault) Errors.Add("Form.Name", Terms.Error(fault));
        if (email is null) Errors.Add("Form.Email", Terms.Error(EmailAddress.WhyNot(Form.Email) ?? MemberErrors.InvalidEmail));
        if (IdentityPasswordRules.Refuse(Form.Password, Form.Email, name) is { } weak) Errors.Add("Form.Password", Terms.Error(weak));
        RequireSame(Form.Password, Form.PasswordAgain);
        if (!Errors.Any && EmailAddress.MixedUntold(Form.Email, Form.MixedTold) is { } mixed)
        {
            Form.MixedTold = mixed.Value;
            Errors.Add("Form.Email", Terms.Error(EmailAddressErrors.MixedScripts));
        }

        if (Errors.Any) return;

        var made = await Act.HandleAsync(new SetUpHubRequest(_linkId, name!, email!, Form.Password, Languages.Current.Code), Aborted);
        if (made.Error is { } refusal)
        {
            if (refusal == LinkErrors.NotUsable) _state = LinkState.Used;
            Errors.Add(null, Terms.Error(refusal));
            return;
        }

        Links.Forget(Http, _linkId);
        await Accounts.SignInAsync(Http, made.Value);
        GoTo("hub");
    }

    private sealed class SetUpForm
    {
        public string? Name { get; set; }

        public string? Email { get; set; }

        public string? MixedTold { get; set; }

        public string? Password { get; set; }

        public string? PasswordAgain { get; set; }
    }
}
