using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Members.Pages;
using Ephyto.AdminConsole.Features.Members.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Members.Components;

/// <summary>The people of one organisation, live: what changes elsewhere, and how each invitation's mail fares.</summary>
public sealed partial class MemberBoard
{
    private MemberList? _list;
    private DomainError? _refused;
    private MemberNews? _news;
    private Tone _newsTone;
    private bool _inviting;
    private string? _inviteAgain;

    [Parameter, EditorRequired] public Guid NppoId { get; set; }

    [Parameter, EditorRequired] public string Organization { get; set; } = "";

    [SupplyParameterFromQuery(Name = "search")] private string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "state")] private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "role")] private string? Role { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private string? Page { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal ListMembers Members { get; set; } = default!;

    [Inject] internal NavigationManager Navigation { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IStringLocalizer<MembersText> Text { get; set; } = default!;

    private bool IsFiltered => Search is not null || State is not null || Role is not null;

    // Mails speak of their member only, so each open invitation is listened to.
    private LiveTopic[] Topics =>
    [
        new(SubjectKinds.Nppo, NppoId),
        .. _list?.Members.Where(row => row.Member.Status == MemberStatus.Invited).Select(row => new LiveTopic(SubjectKinds.Member, row.Member.Id)) ?? [],
    ];

    private string FileAddress
    {
        get
        {
            var query = new QueryBuilder { { "nppo", NppoId.ToString() } };
            foreach (var (key, value) in new[] { ("search", Search), ("state", State), ("role", Role) })
            {
                if (value is not null) query.Add(key, value);
            }

            return MembersFile.Path + query;
        }
    }

    // The address is the state of the list: going back, reloading and sharing it give the same rows.
    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var page = int.TryParse(Page, out var number) ? number : 1;
        var request = new ListMembersRequest(NppoId, Search, MembersFile.Named<MemberStatus>(State), MembersFile.Named<NppoRole>(Role), page);
        var result = await Members.HandleAsync(request, await Reader.ToActorAsync(), CancellationToken.None);
        _refused = result.Error;
        _list = result.IsSuccess ? result.Value : null;
    }

    private void Apply(IReadOnlyDictionary<string, object?> filter) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(filter));

    private void OpenInvitation(string? address) => (_inviting, _inviteAgain) = (true, address);

    private Task InvitedAsync(string news)
    {
        _inviting = false;
        return TellAsync(news);
    }

    private async Task DoneAsync(MemberNews news)
    {
        await ShowAsync(news, Tone.Success);
        // Who has left is shown what is left to them.
        if (_refused is not null) Navigation.NavigateTo("/nppo", forceLoad: true);
    }

    private async Task UndoAsync(Func<Task<DomainError?>> undo, string undone)
    {
        var refusal = await undo();
        await ShowAsync(new(refusal is null ? undone : Terms.Error(refusal)), refusal is null ? Tone.Success : Tone.Warning);
    }

    private Task TellAsync(string news) => ShowAsync(new(news), Tone.Success);

    private Task ShowAsync(MemberNews news, Tone tone)
    {
        (_news, _newsTone) = (news, tone);
        return LoadAsync();
    }
}
