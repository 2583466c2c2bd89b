using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Members.UseCases;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Members.Components;

public sealed partial class InviteForm
{
    private string? _email;
    private string? _error;
    private bool _busy;
    private NppoRole _role = NppoRole.Administrator;
    private string _language = Languages.Current.Code;

    [Parameter, EditorRequired] public Guid NppoId { get; set; }

    /// <summary>With the address that was invited.</summary>
    [Parameter] public EventCallback<string> OnInvited { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal InviteMember Invite { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IOptions<LanguageOptions> Offered { get; set; } = default!;

    [Inject] internal IStringLocalizer<MembersText> Text { get; set; } = default!;

    private void Check() =>
        _error = string.IsNullOrWhiteSpace(_email) || EmailAddress.TryParse(_email) is not null ? null : Terms.Error(MemberErrors.InvalidEmail);

    private async Task SubmitAsync()
    {
        if (_busy) return;
        _busy = true;
        try
        {
            var request = new InviteMemberRequest(NppoId, _email, _role, _language);
            var invited = await Invite.HandleAsync(request, await Reader.ToActorAsync(), CancellationToken.None);
            _error = invited.Error is { } refusal ? Terms.Error(refusal) : null;
            if (invited.IsSuccess) await OnInvited.InvokeAsync(EmailAddress.TryParse(_email)!.Value);
        }
        finally
        {
            _busy = false;
        }
    }
}
