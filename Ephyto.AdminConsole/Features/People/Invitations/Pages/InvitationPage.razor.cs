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
using Ephyto.Domain.Members;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace Ephyto.AdminConsole.Features.People.Invitations.Pages;

/// <summary>
/// Where the links of invitations lead, to an organization or to the hub. Reading it changes nothing; sending its form uses up the link.
/// </summary>
public sealed partial class InvitationPage
{
    private Guid _linkId;
    private InvitationView? _shown;

    [Inject] internal AccountSignIn Accounts { get; set; } = default!;

    [Inject] internal AccountEntrance Entrance { get; set; } = default!;

    [Inject] internal LinkChoices Links { get; set; } = default!;

    [Inject] internal UserManager<ConsoleUser> Users { get; set; } = default!;

    [Inject] internal ViewInvitation View { get; set; } = default!;

    [Inject] internal ActivateAccount Activate { get; set; } = default!;

    [Inject] internal AcceptInvitation Accept { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "invitation")] private InvitationForm? Form { get; set; }

    private InvitationKind Kind => InvitationKind.All.Single(kind => Http.IsAt(kind.Path));

    private Invitation Invitation => _shown!.Invitation;

    private InvitingOrganization? Organization => Invitation.Organization;

    private string Title =>
        Text[Organization is null ? "HubInvitationTitle" : Organization.IsForInitialAdministrator ? "ActivateTitle" : "AcceptTitle"];

    private string Button => Text[Organization is null ? "HubInvitationButton" : _shown!.HasAccount ? "AcceptButton" : "ActivateButton"];

    private bool IsSignedIn => Http.User.Identity?.IsAuthenticated == true;

    private bool IsSamePerson =>
        IsSignedIn && string.Equals(Http.User.Identity!.Name, Invitation.Email, StringComparison.OrdinalIgnoreCase);

    private bool IsSomebodyElse => IsSignedIn && !IsSamePerson;

    protected override async Task OnInitializedAsync()
    {
        if (Links.Recall(Http, Kind.Purpose) is { } linkId
            && await View.HandleAsync(linkId, Aborted) is { IsSuccess: true, Value: var shown })
        {
            (_linkId, _shown) = (linkId, shown);
            if (shown.Link is LinkState.Expired or LinkState.Revoked) GoToProblem();
            Form ??= InvitationForm.Of(shown.Invitation.Person);
        }

        Form ??= new InvitationForm();
    }

    private async Task SubmitAsync()
    {
        if (_shown is not { Link: LinkState.Open } || IsSomebodyElse) return;

        if (Organization is not null) Errors.AddRange(Form!.Missing(Text, Terms));
        if (!_shown.HasAccount) await ActivateAsync();
        else await AcceptAsync();
    }

    private async Task ActivateAsync()
    {
        if (Organization is null) Errors.AddRange(Form!.MissingName(Text, Terms));
        var person = Form!.ToPerson(Invitation);
        if (await Activate.WeaknessAsync(Invitation.Email, person, Form.Password, Aborted) is { } weak)
            Errors.Add("Form.Password", Terms.Error(weak));
        RequireSame(Form.Password, Form.PasswordAgain);
        if (Errors.Any) return;

        var activated = await Activate.HandleAsync(new(_linkId, person, Form.Password, Languages.Current.Code), Aborted);
        if (activated.IsSuccess) await ArriveAsync(activated.Value);
        else await ShowAsync(activated.Error!);
    }

    private async Task AcceptAsync()
    {
        if (Errors.Any) return;
        var user = IsSamePerson ? await Users.GetUserAsync(Http.User) : await Accounts.CheckAsync(Invitation.Email, Form!.Password);
        if (user is null)
        {
            Errors.Add("Form.Password", Terms.Error(AccountErrors.SignInFailed));
            return;
        }

        var accepted = await Accept.HandleAsync(new(_linkId, Form!.ToPerson(Invitation)), Actor.User(user.Id), Aborted);
        if (!accepted.IsSuccess) await ShowAsync(accepted.Error!);
        else if (IsSamePerson) Arrive();
        else await ArriveAsync(user);
    }

    private async Task ArriveAsync(ConsoleUser user)
    {
        Links.Forget(Http, _linkId);
        GoTo(await Entrance.EnterAsync(Http, user, Kind.FirstPage));
    }

    private void Arrive()
    {
        Links.Forget(Http, _linkId);
        GoTo(Kind.FirstPage);
    }

    /// <summary>What was true when the page was shown may not be true any more.</summary>
    private async Task ShowAsync(DomainError refusal)
    {
        if (await View.HandleAsync(_linkId, Aborted) is { IsSuccess: true, Value: var now }) _shown = now;
        if (_shown!.Link is LinkState.Expired or LinkState.Revoked) GoToProblem();
        if (refusal != LinkErrors.NotUsable) Errors.Add(null, Terms.Error(refusal));
    }

    private void GoToProblem() =>
        GoTo(LinkHandle.Address("link-problem", _linkId, ("purpose", Kind.Purpose.ToString()), ("state", _shown!.Link.ToString())));
}
