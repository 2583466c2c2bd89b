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

/// <summary>Invites one colleague or many. It closes when all are invited, else it says what became of each address.</summary>
public sealed partial class InviteForm
{
    private string? _typed;
    private string? _error;
    private bool _busy;
    private NppoRole _role = NppoRole.Administrator;
    private DateOnly? _lastDay;
    private string _language = Languages.Current.Code;
    private IReadOnlyList<InviteLine> _lines = [];

    [Parameter, EditorRequired] public Guid NppoId { get; set; }

    /// <summary>Of somebody who is invited again.</summary>
    [Parameter] public string? Address { get; set; }

    /// <summary>With the sentence that says who was invited.</summary>
    [Parameter] public EventCallback<string> OnInvited { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal InviteMembers Invite { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IOptions<LanguageOptions> Offered { get; set; } = default!;

    [Inject] internal IStringLocalizer<MembersText> Text { get; set; } = default!;

    protected override void OnInitialized() => _typed = Address;

    private void Check() =>
        _error = PastedAddresses.Parse(_typed) is [{ Email: null }] ? Terms.Error(MemberErrors.InvalidEmail) : null;

    private async Task SubmitAsync()
    {
        if (_busy) return;
        _busy = true;
        try
        {
            var request = new InviteMembersRequest(NppoId, _typed, _role, _lastDay, _language);
            await ShowAsync(await Invite.HandleAsync(request, await Reader.ToActorAsync(), CancellationToken.None));
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task ShowAsync(Result<List<InviteLine>> invited)
    {
        (_error, _lines) = (invited.Error is { } refusal ? Terms.Error(refusal) : null, []);
        if (!invited.IsSuccess) return;

        if (invited.Value is [{ Outcome: not InviteOutcome.Invited } only])
        {
            _error = Terms.Error(only.Outcome == InviteOutcome.AlreadyMember ? MemberErrors.AlreadyMember : MemberErrors.InvalidEmail);
        }
        else if (invited.Value.TrueForAll(line => line.Outcome == InviteOutcome.Invited))
        {
            await OnInvited.InvokeAsync(invited.Value is [var one]
                ? Text["InvitationQueued", EmailOf(one)] : Text["InvitationsQueued", invited.Value.Count]);
        }
        else
        {
            // What was done leaves the field; what can be mended stays in it.
            _lines = invited.Value;
            _typed = string.Join('\n', _lines.Where(line => line.Outcome == InviteOutcome.NotAnAddress).Select(line => line.Typed));
        }
    }

    private static string EmailOf(InviteLine line) => PastedAddresses.Parse(line.Typed)[0].Email?.Value ?? line.Typed;
}
