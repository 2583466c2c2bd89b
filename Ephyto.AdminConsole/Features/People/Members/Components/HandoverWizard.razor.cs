using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Ephyto.AdminConsole.Features.People.Members.Components;

/// <summary>
/// How an administrator leaves in good order: a successor, the technical contact, open invitations, and the exit, done at once.
/// </summary>
public sealed partial class HandoverWizard
{
    private readonly HashSet<Guid> _cancelled = [];
    private HandoverView? _view;
    private DomainError? _refused;
    private int _acts;
    private bool _isDone;
    private Guid? _successor;
    private string? _error;

    [Parameter, EditorRequired] public Guid NppoId { get; set; }

    [Parameter, EditorRequired] public string Organization { get; set; } = "";

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal ViewHandover View { get; set; } = default!;

    [Inject] internal HandOver HandOver { get; set; } = default!;

    [Inject] internal IDialogService Dialogs { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IStringLocalizer<MembersText> Text { get; set; } = default!;

    private Member? Successor => _view?.Successors.FirstOrDefault(member => member.Id == _successor);

    private protected override IReadOnlyList<LiveTopic> Topics => [new(SubjectKinds.Nppo, NppoId)];

    private protected override Reading Asks => Reading.Of(
        NppoId,
        View.HandleAsync,
        found => (_refused, _view) = (found.Error, found.IsSuccess ? found.Value : null));

    private void Keep(Guid invitation, bool keep) => _ = keep ? _cancelled.Remove(invitation) : _cancelled.Add(invitation);

    private async Task HandOverAsync()
    {
        _error = Successor is null ? Terms.Error(MemberErrors.NoSuccessor) : null;
        if (Successor is not { } successor) return;
        if (!await Dialogs.ConfirmAsync(Text["HandoverConfirmTitle"], Text["HandoverConfirm", NameOf(successor), Organization],
            Text["HandOverNow"], dangerous: true)) return;

        var request = new HandOverRequest(NppoId, new(successor.Id, successor.Version), _cancelled);
        var done = await HandOver.HandleAsync(request, await Reader.ToActorAsync(), CancellationToken.None);
        if (done.IsSuccess)
        {
            _isDone = true;
            return;
        }

        await ReloadAsync();
        (_refused, _acts) = (done.Error, _acts + 1);
    }

    private static string NameOf(Member member) => member.Person.FullName.Length > 0 ? member.Person.FullName : member.Email;
}
