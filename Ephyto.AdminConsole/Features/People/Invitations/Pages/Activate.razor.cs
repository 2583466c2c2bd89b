using Ephyto.AdminConsole.Components.Account;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Features.People.Invitations.UseCases;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Features.People.Invitations.Pages;

/// <summary>Where activation and invitation links lead. Reading it changes nothing; sending its form uses up the link.</summary>
public sealed partial class Activate
{
    private Guid _linkId;
    private InvitationView? _invitation;

    [Inject] internal AccountSignIn Accounts { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "activate")] private PersonForm? Form { get; set; }

    private string Address => LinkHandle.Address("account/activate", _linkId);

    private bool IsSignedIn => Http.User.Identity?.IsAuthenticated == true;

    private bool IsSamePerson => IsSignedIn && string.Equals(Http.User.Identity!.Name, _invitation!.Member.Email, StringComparison.OrdinalIgnoreCase);

    private bool IsSomebodyElse => IsSignedIn && !IsSamePerson;

    protected override async Task OnInitializedAsync()
    {
        if (RecallLink(LinkPurpose.ActivateAccount) is not { } linkId
            || await Service<ViewInvitation>().HandleAsync(linkId, Aborted) is not { IsSuccess: true } shown) return;

        (_linkId, _invitation) = (linkId, shown.Value);
        if (_invitation.Link is LinkState.Expired or LinkState.Revoked) GoToProblem();
        Form ??= PersonForm.Of(_invitation.Member.Person);
    }

    private async Task SubmitAsync()
    {
        if (_invitation is not { Link: LinkState.Open } invitation || IsSomebodyElse) return;

        Errors.AddRange(Form!.Missing(Text, Terms));
        if (!invitation.HasAccount) await ActivateAsync(invitation);
        else await AcceptAsync(invitation);
    }

    private async Task ActivateAsync(InvitationView invitation)
    {
        var person = Form!.ToPerson(invitation.Member.Person);
        var known = await Service<IdentityPersonalWords>().OfAsync(invitation.Member.Email, Aborted);
        var weak = IdentityPasswordRules.Refuse(Form.Password, [person.GivenName, person.FamilyName, .. known]);
        if (weak is not null) Errors.Add("Form.Password", Terms.Error(weak));
        RequireSame(Form.Password, Form.PasswordAgain);
        if (Errors.Any) return;

        var request = new ActivateAccountRequest(_linkId, person, Form.Password, Languages.Current.Code);
        var activated = await Service<ActivateAccount>().HandleAsync(request, Aborted);
        if (activated.IsSuccess) await ArriveAsync(activated.Value);
        else await ShowAsync(activated.Error!);
    }

    private async Task AcceptAsync(InvitationView invitation)
    {
        if (Errors.Any) return;
        var user = IsSamePerson ? await FindMyselfAsync() : await Accounts.CheckAsync(invitation.Member.Email, Form!.Password);
        if (user is null)
        {
            Errors.Add("Form.Password", Terms.Error(AccountErrors.SignInFailed));
            return;
        }

        var request = new AcceptInvitationRequest(_linkId, Form!.ToPerson(invitation.Member.Person));
        var accepted = await Service<AcceptInvitation>().HandleAsync(request, Actor.User(user.Id), Aborted);
        if (accepted.IsSuccess && IsSamePerson) Arrive();
        else if (accepted.IsSuccess) await ArriveAsync(user);
        else await ShowAsync(accepted.Error!);
    }

    private Task<ConsoleUser?> FindMyselfAsync() =>
        Service<Microsoft.AspNetCore.Identity.UserManager<ConsoleUser>>().GetUserAsync(Http.User);

    private async Task ArriveAsync(ConsoleUser user)
    {
        ForgetLink(_linkId);
        await EnterAsync(user, "nppo");
    }

    private void Arrive()
    {
        ForgetLink(_linkId);
        GoTo("nppo");
    }

    /// <summary>What was true when the page was shown may not be true any more.</summary>
    private async Task ShowAsync(DomainError refusal)
    {
        if (await Service<ViewInvitation>().HandleAsync(_linkId, Aborted) is { IsSuccess: true } now) _invitation = now.Value;
        if (_invitation!.Link is LinkState.Expired or LinkState.Revoked) GoToProblem();
        if (refusal != LinkErrors.NotUsable) Errors.Add(null, Terms.Error(refusal));
    }

    private void GoToProblem() => GoTo(LinkHandle.Address("link-problem", _linkId, ("purpose", nameof(LinkPurpose.ActivateAccount)), ("state", _invitation!.Link.ToString())));
}
