using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.People.Staff.UseCases;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.People.Staff.Components;

public sealed partial class InviteHubUserForm
{
    private string? _email;
    private string? _error;
    private bool _busy;
    private bool _leadsBack;
    private ElementReference _field;
    private HubRole _role = HubRole.SecretariatOfficer;
    private string _language = Languages.Current.Code;

    /// <summary>With the address that was invited.</summary>
    [Parameter] public EventCallback<string> OnInvited { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal InviteHubUser Invite { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IOptions<LanguageOptions> Offered { get; set; } = default!;

    [Inject] internal IStringLocalizer<HubUsersText> Text { get; set; } = default!;

    private async Task SubmitAsync()
    {
        if (_busy) return;
        _busy = true;
        try
        {
            var invited = await Invite.HandleAsync(new(_email, _role, _language), await Reader.ToActorAsync(), CancellationToken.None);
            _error = invited.Error is { } refusal ? Terms.Error(refusal) : null;
            if (invited.IsSuccess) await OnInvited.InvokeAsync(EmailAddress.TryParse(_email)!.Value);
        }
        finally
        {
            _busy = false;
            // The field may stand above what is on the screen: the focus brings it, and its sentence is read out.
            _leadsBack = _error is not null;
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_leadsBack) return;
        _leadsBack = false;
        await _field.LeadToAsync();
    }
}
