using AngleSharp.Dom;
using Bunit;
using Ephyto.AdminConsole.Features.People.Members.Components;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace Ephyto.AdminConsole.Tests.Features.People.Members;

/// <summary>Two administrators act on the same person: the slower one reads who was faster, and loses nothing of what was typed.</summary>
public sealed class OvertakenMemberTests : PageTests
{
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Actor _faster = Actor.Anonymous;

    /// <summary>The feed of this class stays silent after what it told until the clock of the test goes on.</summary>
    private protected override void Change(IServiceCollection services)
    {
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
        _faster = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "quick.colleague@example.org");
    }

    [Fact]
    public async Task A_dialog_says_who_was_faster_with_what_and_the_next_press_acts_on_what_it_shows_now()
    {
        var viewer = await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "viewer@example.org");
        var (board, dialogs) = Open();
        var changing = Button(Row(board, "viewer@example.org"), "Change the role").ClickAsync();
        await dialogs.WaitForElement("#dialog-role").ChangeAsync(nameof(NppoRole.Integrator));
        Assert.True(
            (await Host.Get<ChangeRole>()
                .HandleAsync(new(await Host.SeenAsync(_nppo, viewer), NppoRole.Administrator, null), _faster, default)).IsSuccess);

        await dialogs.Find("#member-question").SubmitAsync();

        dialogs.WaitForAssertion(
            () => Assert.Contains("Now: viewer@example.org, Active, Administrator", Plain(dialogs.Find("[role=alert]")),
                StringComparison.Ordinal));
        var alert = dialogs.Find("[role=alert]").TextContent;
        Assert.Contains("Somebody else changed this", alert, StringComparison.Ordinal);
        Assert.Contains("quick.colleague", alert, StringComparison.Ordinal);
        Assert.Contains("role was changed", alert, StringComparison.Ordinal);
        Assert.Equal(NppoRole.Administrator, (await Host.MemberOfAsync(_nppo, viewer)).Role);

        await dialogs.Find("#member-question").SubmitAsync();
        await changing;
        await Eventually.TrueAsync(async () => (await Host.MemberOfAsync(_nppo, viewer)).Role == NppoRole.Integrator,
            "the role that was chosen");
    }

    [Fact]
    public async Task A_change_that_is_taken_back_too_late_says_who_came_between()
    {
        var viewer = await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "viewer@example.org");
        var (board, dialogs) = Open();
        var changing = Button(Row(board, "viewer@example.org"), "Change the role").ClickAsync();
        await dialogs.WaitForElement("#dialog-role").ChangeAsync(nameof(NppoRole.Integrator));
        await dialogs.Find("#member-question").SubmitAsync();
        await changing;
        board.WaitForElement(".board-news button");
        Assert.True(
            (await Host.Get<SuspendMember>().HandleAsync(new(await Host.SeenAsync(_nppo, viewer), "Left."), _faster, default)).IsSuccess);

        await board.Find(".board-news button").ClickAsync();

        board.WaitForAssertion(() => Assert.Contains("quick.colleague", board.Find(".board-news").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_half_written_stays_when_the_request_is_answered_by_somebody_else()
    {
        var (board, request) = await OpenRefusalAsync();
        Assert.True((await AdmitAsync(request)).IsSuccess);

        await Eventually.TrueAsync(() =>
        {
            Host.Time.Advance(LiveSubscription.LongestPause);
            return board.FindAll(".request-card button").Any(button => button.TextContent == "Close");
        }, "what the colleague did");

        var card = board.Find(".request-card").TextContent;
        Assert.Contains("quick.colleague", card, StringComparison.Ordinal);
        Assert.Contains("We do not know you.", card, StringComparison.Ordinal);
        await Button(board.Find(".request-card"), "Close").ClickAsync();
        Assert.Empty(board.FindAll(".request-card"));
    }

    [Fact]
    public async Task A_refusal_that_is_refused_keeps_its_words_and_says_why()
    {
        var (board, request) = await OpenRefusalAsync();
        // The feed speaks, and then takes its breath until the clock goes on: it tells of the colleague after the press.
        var renders = board.RenderCount;
        Host.Get<ILiveEvents>().Publish([new(SubjectKinds.Nppo, _nppo)]);
        board.WaitForState(() => board.RenderCount > renders);
        Assert.True((await AdmitAsync(request)).IsSuccess);

        await board.Find(".request-card form").SubmitAsync();

        board.WaitForAssertion(() => Assert.Contains("quick.colleague", board.Find(".request-card").TextContent, StringComparison.Ordinal));
        Assert.Contains("We do not know you.", board.Find(".request-card").TextContent, StringComparison.Ordinal);
        Assert.Equal(MemberStatus.Invited, (await Host.StoreAsync(db => db.Set<Member>().SingleAsync(m => m.Id == request.Id))).Status);
    }

    private async Task<(IRenderedComponent<MemberBoard> Board, Member Request)> OpenRefusalAsync()
    {
        var asked = await Host.Get<AskToJoin>().HandleAsync(
            new("CI", new PersonDetails("", "Kofi", "Mensah", "Inspector", ""), "kofi@example.org", "en", "I inspect exports."), default);
        Assert.True(asked.IsSuccess, asked.Error?.Sentence);
        var request = await Host.StoreAsync(db => db.Set<Member>().AsNoTracking().SingleAsync(m => m.Email == "kofi@example.org"));
        var (board, _) = Open();
        await Button(board.WaitForElement(".request-card"), "Refuse").ClickAsync();
        await board.Find(".request-card textarea").InputAsync("We do not know you.");
        return (board, request);
    }

    private Task<Result<MemberStatus>> AdmitAsync(Member request) =>
        Host.Get<AdmitMember>().HandleAsync(new(new(request.Id, request.Version), NppoRole.Viewer), _faster, default);

    private (IRenderedComponent<MemberBoard> Board, IRenderedComponent<MudDialogProvider> Dialogs) Open()
    {
        var reader = Reader(_boss);
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Render<MudPopoverProvider>();
        var dialogs = reader.Render<MudDialogProvider>();
        var board = reader.Render<MemberBoard>(parameters => parameters.Add(b => b.NppoId, _nppo)
            .Add(b => b.Organization, "The organisation"));
        board.WaitForElement("tbody tr");
        return (board, dialogs);
    }

    private static IElement Row(IRenderedComponent<MemberBoard> board, string address) =>
        board.FindAll("tbody tr").Single(row => row.TextContent.Contains(address, StringComparison.Ordinal));

    private static IElement Button(IElement within, string label) =>
        within.QuerySelectorAll("button").First(button => button.TextContent.Trim().StartsWith(label, StringComparison.Ordinal));

    // Without the marks that keep an address apart from the words around it.
    private static string Plain(IElement of) => string.Concat(of.TextContent.Where(sign => sign is not ('\u2068' or '\u2069')));
}
