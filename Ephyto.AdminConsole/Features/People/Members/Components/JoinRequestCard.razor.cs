using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.People.Members.Components;

/// <summary>Somebody asks to join: admitting takes a role, refusing a reason.</summary>
public sealed partial class JoinRequestCard
{
    private Step _step;
    private NppoRole _role = NppoRole.Viewer;
    private string? _words;
    private DomainError? _error;
    private int _acts;
    private bool _busy;

    private enum Step
    {
        Looking,
        Admitting,
        Refusing,
    }

    [Parameter, EditorRequired] public Member Request { get; set; } = default!;

    /// <summary>Somebody else has answered meanwhile: the card stays for what the reader was writing.</summary>
    [Parameter] public bool IsAnswered { get; set; }

    /// <summary>With the request, whether something stands in the card that must not go with a refresh.</summary>
    [Parameter] public EventCallback<(Member Request, bool IsWriting)> OnWriting { get; set; }

    /// <summary>With the sentence that says what was done.</summary>
    [Parameter] public EventCallback<string> OnAnswered { get; set; }

    /// <summary>The list is to be read again.</summary>
    [Parameter] public EventCallback OnRefused { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal AdmitMember Admit { get; set; } = default!;

    [Inject] internal RefuseMember Refuse { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IStringLocalizer<MembersText> Text { get; set; } = default!;

    private SeenMember Seen => new(Request.Id, Request.Version);

    private string? Words
    {
        get => _words;
        set
        {
            _words = value;
            _ = OnWriting.InvokeAsync((Request, FreeText.Clean(_words) is not null));
        }
    }

    private string Id => $"request-{Request.Id:N}";

    private Task AdmitAsync() => AnswerAsync(
        actor => Admit.HandleAsync(new AdmitMemberRequest(Seen, _role), actor, CancellationToken.None),
        Text["InvitationQueued", Request.Email]);

    private Task RefuseAsync() => AnswerAsync(
        actor => Refuse.HandleAsync(new RefuseMemberRequest(Seen, _words), actor, CancellationToken.None), Text["Refused", Request.Email]);

    private Task CloseAsync() => OnWriting.InvokeAsync((Request, false));

    private async Task AnswerAsync(Func<Actor, Task<Result<MemberStatus>>> answer, string done)
    {
        if (_busy) return;
        _busy = true;
        try
        {
            var outcome = await answer(await Reader.ToActorAsync());
            (_error, _acts) = (outcome.Error, _acts + 1);
            if (outcome.IsSuccess) await CloseAsync();
            // As it is now: the next press acts on that. What was written stays, also where the request is answered.
            if (outcome.Error is not null) await OnRefused.InvokeAsync();
            else await OnAnswered.InvokeAsync(done);
        }
        finally
        {
            _busy = false;
        }
    }
}
