using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.People.Members.Pages;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.People.Members.Components;

/// <summary>The people of one organization, live: what changes elsewhere, and how each invitation's e-mail fares.</summary>
public sealed partial class MemberBoard
{
    private readonly Dictionary<Guid, Member> _written = [];
    private MemberList? _list;
    private DomainError? _refused;
    private bool _hasLeft;
    private MemberNews? _news;
    private BulkOutcome? _outcome;
    private Tone _newsTone;
    private bool _inviting;
    private string? _inviteAgain;

    [Parameter, EditorRequired] public Guid NppoId { get; set; }

    [Parameter, EditorRequired] public string Organization { get; set; } = "";

    [Parameter] public string? Search { get; set; }

    [Parameter] public string? State { get; set; }

    [Parameter] public string? Role { get; set; }

    [Parameter] public ListAddress Address { get; set; } = new();

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal ListMembers Members { get; set; } = default!;

    [Inject] internal MemberColumns Shown { get; set; } = default!;

    [Inject] internal NavigationManager Navigation { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IStringLocalizer<MembersText> Text { get; set; } = default!;

    // A request on which the reader is writing stays before their eyes when somebody else has answered it.
    private List<(Member Request, bool IsAnswered)> Cards =>
    [
        .. (_list!.Requests.Select(request => (Request: request, IsAnswered: false)))
            .Concat(_written.Values.Where(held => _list.Requests.All(request => request.Id != held.Id))
                .Select(held => (Request: held, IsAnswered: true)))
            .OrderBy(card => card.Request.StatusSince).ThenBy(card => card.Request.Id),
    ];

    private bool IsFiltered => Search is not null || State is not null || Role is not null;

    // E-mails speak of their member only, so each open invitation is listened to.
    private protected override IReadOnlyList<LiveTopic> Topics =>
    [
        new(SubjectKinds.Nppo, NppoId),
        .. _list?.Members.Items.Where(row => row.Member.Status == MemberStatus.Invited)
            .Select(row => new LiveTopic(SubjectKinds.Member, row.Member.Id)) ?? [],
    ];

    // Which organization is chosen stands in the address under the name by which the file asks for one.
    private string FileAddress => ListQuery.On(
        MembersCsv.Of(NppoId), ListQuery.Without(Navigation.Uri, ["nppo", ListNames.Page, .. ListNames.OfLooks]));

    private protected override Reading Asks => Reading.Of(
        MembersCsv.RequestOf(NppoId, Search, State, Role, Address),
        Members.HandleAsync,
        found => (_refused, _list) = (found.Error, found.IsSuccess ? found.Value : null));

    private void Apply(IReadOnlyDictionary<string, object?> filter) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(filter));

    private void Hold((Member Request, bool IsWriting) card)
    {
        if (card.IsWriting) _written[card.Request.Id] = card.Request;
        else _written.Remove(card.Request.Id);
    }

    private void OpenInvitation(string? address) => (_inviting, _inviteAgain) = (true, address);

    private Task InvitedAsync(string news)
    {
        _inviting = false;
        return TellAsync(news);
    }

    private async Task DoneAsync(MemberNews news)
    {
        await ShowAsync(news, Tone.Success);
        _hasLeft = _refused is not null;
    }

    private async Task UndoAsync(Func<Task<DomainError?>> undo, MemberNews news)
    {
        var refusal = await undo();
        await ShowAsync(
            new(refusal is null ? news.Undone! : Terms.Error(refusal)) { Refusal = refusal, About = news.About }, refusal is null
                ? Tone.Success : Tone.Warning);
    }

    // What went well before is no answer to this.
    private Task RefusedAsync()
    {
        _news = null;
        return ReloadAsync();
    }

    private Task TellAsync(string news) => ShowAsync(new(news), Tone.Success);

    private Task TellAsync(BulkOutcome outcome)
    {
        (_news, _outcome) = (null, outcome);
        return ReloadAsync();
    }

    private Task ShowAsync(MemberNews news, Tone tone)
    {
        (_news, _newsTone, _outcome) = (news, tone, null);
        return ReloadAsync();
    }
}
