using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Members.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Members.Components;

/// <summary>Somebody asks to join: admitting takes a role, refusing a reason.</summary>
public sealed partial class JoinRequestCard
{
    private Step _step;
    private NppoRole _role = NppoRole.Viewer;
    private string? _words;
    private string? _error;
    private bool _busy;

    private enum Step
    {
        Looking,
        Admitting,
        Refusing,
    }

    [Parameter, EditorRequired] public Member Request { get; set; } = default!;

    /// <summary>With the sentence that says what was done.</summary>
    [Parameter] public EventCallback<string> OnAnswered { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal AdmitMember Admit { get; set; } = default!;

    [Inject] internal RefuseMember Refuse { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IStringLocalizer<MembersText> Text { get; set; } = default!;

    private string Id => $"request-{Request.Id:N}";

    private Task AdmitAsync() => AnswerAsync(
        actor => Admit.HandleAsync(new AdmitMemberRequest(Request.Id, _role), actor, CancellationToken.None), Text["InvitationQueued", Request.Email]);

    private Task RefuseAsync() => AnswerAsync(
        actor => Refuse.HandleAsync(new RefuseMemberRequest(Request.Id, _words), actor, CancellationToken.None), Text["Refused", Request.Email]);

    private async Task AnswerAsync(Func<Actor, Task<Result<MemberStatus>>> answer, string done)
    {
        if (_busy) return;
        _busy = true;
        try
        {
            var outcome = await answer(await Reader.ToActorAsync());
            _error = outcome.Error is { } refusal ? Terms.Error(refusal) : null;
            if (outcome.IsSuccess) await OnAnswered.InvokeAsync(done);
        }
        finally
        {
            _busy = false;
        }
    }
}
