using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.People.Members.Components;

/// <summary>Invites one colleague or many. It closes when all are invited, else it says what became of each address.</summary>
public sealed partial class InviteForm
{
    private string? _typed;
    private string? _error;
    private string? _dayError;
    private bool _busy;
    private bool _leadsBack;
    private readonly SecondPress _second = new();
    private ElementReference _field;
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

    [Inject] internal TimeProvider Time { get; set; } = default!;

    [Inject] internal IStringLocalizer<MembersText> Text { get; set; } = default!;

    protected override void OnInitialized() => _typed = Address;

    // Of several addresses the first that is wrong is named; the next one's turn comes when it is mended.
    private void Check()
    {
        var pasted = PastedAddresses.Parse(_typed);
        _error = pasted.FirstOrDefault(one => one.Fault is not null) is not { Fault: { } fault } wrong ? null
            : pasted.Count == 1 ? Terms.Error(fault) : Text["WrongOfSeveral", wrong.Typed, Terms.Error(fault)];
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_leadsBack) return;
        _leadsBack = false;
        await _field.LeadToAsync();
    }

    private async Task SubmitAsync()
    {
        if (_busy || _second.Is(Time, _typed)) return;
        _busy = true;
        try
        {
            var request = new InviteMembersRequest(NppoId, _typed, _role, _lastDay, _language);
            await ShowAsync(await Invite.HandleAsync(request, await Reader.ToActorAsync(), CancellationToken.None));
        }
        finally
        {
            _busy = false;
            // The field may stand above what is on the screen: the focus brings it, and its sentence is read out.
            _leadsBack = _error is not null;
        }
    }

    private async Task ShowAsync(Result<List<InviteLine>> invited)
    {
        // Each fault stands at the field it is about.
        var fault = invited.Error is { } refusal ? Terms.Error(refusal) : null;
        var isOfDay = invited.Error == MemberErrors.EndNotAhead;
        (_error, _dayError, _lines) = (isOfDay ? null : fault, isOfDay ? fault : null, []);
        if (!invited.IsSuccess) return;

        if (invited.Value is [{ Outcome: not InviteOutcome.Invited } only])
        {
            _error = Terms.Error(only.Outcome switch
            {
                InviteOutcome.AlreadyMember => MemberErrors.AlreadyMember,
                InviteOutcome.TooMany => EmailErrors.TooMany,
                InviteOutcome.LooksAlike => MemberErrors.LooksLikeMember,
                _ => FaultOf(only) ?? MemberErrors.InvalidEmail,
            });
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
            _typed = string.Join('\n',
                _lines.Where(line => line.Outcome is InviteOutcome.NotAnAddress or InviteOutcome.TooMany).Select(line => line.Typed));
            Check();
            _second.Done(Time);
        }
    }

    private static DomainError? FaultOf(InviteLine line) => PastedAddresses.Parse(line.Typed)[0].Fault;

    private static string EmailOf(InviteLine line) => PastedAddresses.Parse(line.Typed)[0].Email?.Value ?? line.Typed;
}
