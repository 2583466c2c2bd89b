using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Members.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Ephyto.AdminConsole.Features.Members.Components;

/// <summary>The people of one organisation, live: what changes elsewhere, and how each invitation's mail fares.</summary>
public sealed partial class MemberBoard
{
    private MemberList? _list;
    private DomainError? _refused;
    private string? _news;
    private Tone _newsTone;
    private bool _inviting;

    [Parameter, EditorRequired] public Guid NppoId { get; set; }

    [Parameter, EditorRequired] public string Organization { get; set; } = "";

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal ListMembers Members { get; set; } = default!;

    [Inject] internal InvitationActs Acts { get; set; } = default!;

    [Inject] internal IDialogService Dialogs { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IStringLocalizer<MembersText> Text { get; set; } = default!;

    // Mails speak of their member only, so each open invitation is listened to.
    private LiveTopic[] Topics =>
    [
        new(SubjectKinds.Nppo, NppoId),
        .. _list?.Members.Where(row => row.Member.Status == MemberStatus.Invited).Select(row => new LiveTopic(SubjectKinds.Member, row.Member.Id)) ?? [],
    ];

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var result = await Members.HandleAsync(NppoId, await Reader.ToActorAsync(), CancellationToken.None);
        _refused = result.Error;
        _list = result.IsSuccess ? result.Value : null;
    }

    private Task InvitedAsync(string email)
    {
        _inviting = false;
        return TellAsync(Text["InvitationQueued", email]);
    }

    private async Task ResendAsync(Member member)
    {
        if (!await Dialogs.ConfirmAsync(Text["ResendTitle"], Text["ResendQuestion", member.Email], Text["Resend"])) return;
        await ShowAsync(await Acts.ResendAsync(member.Id, await Reader.ToActorAsync()), Text["InvitationQueued", member.Email]);
    }

    private async Task CancelAsync(Member member)
    {
        if (!await Dialogs.ConfirmAsync(Text["CancelTitle"], Text["CancelQuestion", member.Email], Text["CancelInvitation"], dangerous: true)) return;
        await ShowAsync(await Acts.CancelAsync(member.Id, await Reader.ToActorAsync()), Text["InvitationCancelled", member.Email]);
    }

    private Task ShowAsync(Result outcome, string done) => outcome.Error is { } refusal ? TellAsync(Terms.Error(refusal), Tone.Warning) : TellAsync(done);

    private Task TellAsync(string news) => TellAsync(news, Tone.Success);

    private Task TellAsync(string news, Tone tone)
    {
        (_news, _newsTone) = (news, tone);
        return LoadAsync();
    }
}
