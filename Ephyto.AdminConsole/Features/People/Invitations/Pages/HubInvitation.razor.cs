using Ephyto.AdminConsole.Components.Account;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Features.People.Invitations.UseCases;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Features.People.Invitations.Pages;

/// <summary>Where the link of an invitation to the hub leads. Reading it changes nothing; sending its form uses up the link.</summary>
public sealed partial class HubInvitation
{
    private Guid _linkId;
    private HubInvitationView? _invitation;

    [Inject] internal AccountSignIn Accounts { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "hub-invitation")] private InvitationForm? Form { get; set; }

    private string Address => LinkHandle.Address("account/hub-invitation", _linkId);

    private bool IsSignedIn => Http.User.Identity?.IsAuthenticated == true;

    private bool IsSamePerson => IsSignedIn && string.Equals(Http.User.Identity!.Name, _invitation!.User.Email, StringComparison.OrdinalIgnoreCase);

    private bool IsSomebodyElse => IsSignedIn && !IsSamePerson;

    protected override async Task OnInitializedAsync()
    {
        Form ??= new InvitationForm();
        if (RecallLink(LinkPurpose.ActivateHubUser) is not { } linkId
            || await Service<ViewHubInvitation>().HandleAsync(linkId, Aborted) is not { IsSuccess: true } shown) return;

        (_linkId, _invitation) = (linkId, shown.Value);
        if (_invitation.Link is LinkState.Expired or LinkState.Revoked) GoToProblem();
    }

    private async Task SubmitAsync()
    {
        if (_invitation is not { Link: LinkState.Open } invitation || IsSomebodyElse) return;

        if (!invitation.HasAccount) await ActivateAsync(invitation);
        else await AcceptAsync(invitation);
    }

    private async Task ActivateAsync(HubInvitationView invitation)
    {
        var name = FreeText.Line(Form!.Name, 100);
        if (name is null) Errors.Add("Form.Name", Text["NameMissing"]);
        if (TypedName.FaultOf(name) is { } fault) Errors.Add("Form.Name", Terms.Error(fault));
        if (IdentityPasswordRules.Refuse(Form.Password, invitation.User.Email, name) is { } weak) Errors.Add("Form.Password", Terms.Error(weak));
        RequireSame(Form.Password, Form.PasswordAgain);
        if (Errors.Any) return;

        var activated = await Service<ActivateHubUser>().HandleAsync(new(_linkId, name!, Form.Password, Languages.Current.Code), Aborted);
        if (activated.IsSuccess) await ArriveAsync(activated.Value);
        else await ShowAsync(activated.Error!);
    }

    private async Task AcceptAsync(HubInvitationView invitation)
    {
        var user = IsSamePerson
            ? await Service<Microsoft.AspNetCore.Identity.UserManager<ConsoleUser>>().GetUserAsync(Http.User)
            : await Accounts.CheckAsync(invitation.User.Email, Form!.Password);
        if (user is null)
        {
            Errors.Add("Form.Password", Terms.Error(AccountErrors.SignInFailed));
            return;
        }

        var accepted = await Service<AcceptHubInvitation>().HandleAsync(_linkId, Actor.User(user.Id), Aborted);
        if (accepted.IsSuccess && IsSamePerson) Arrive();
        else if (accepted.IsSuccess) await ArriveAsync(user);
        else await ShowAsync(accepted.Error!);
    }

    private async Task ArriveAsync(ConsoleUser user)
    {
        ForgetLink(_linkId);
        await EnterAsync(user, "hub");
    }

    private void Arrive()
    {
        ForgetLink(_linkId);
        GoTo("hub");
    }

    /// <summary>What was true when the page was shown may not be true any more.</summary>
    private async Task ShowAsync(DomainError refusal)
    {
        if (await Service<ViewHubInvitation>().HandleAsync(_linkId, Aborted) is { IsSuccess: true } now) _invitation = now.Value;
        if (_invitation!.Link is LinkState.Expired or LinkState.Revoked) GoToProblem();
        if (refusal != LinkErrors.NotUsable) Errors.Add(null, Terms.Error(refusal));
    }

    private void GoToProblem() => GoTo(LinkHandle.Address("link-problem", _linkId, ("purpose", nameof(LinkPurpose.ActivateHubUser)), ("state", _invitation!.Link.ToString())));

    private sealed class InvitationForm
    {
        public string? Name { get; set; }

        public string? Password { get; set; }

        public string? PasswordAgain { get; set; }
    }
}
