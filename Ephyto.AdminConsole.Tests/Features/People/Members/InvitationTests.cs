using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Features.People.Invitations.UseCases;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.People.Members;

public abstract class InvitationTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const string Kind = "member.invitation";
    private Guid _nppo;
    private Actor _administrator = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _administrator = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
    }

    [Fact]
    public async Task A_colleague_is_invited_in_the_chosen_language_and_named_the_inviter()
    {
        var id = (await InviteAsync(" Colleague@Example.org ", language: "fr")).Value;

        var mail = await Host.EmailAsync(Kind, id);
        Assert.Equal(("colleague@example.org", "fr", EmailState.Queued), (mail.To, mail.Language, mail.State));
        Assert.Contains("boss vous invite", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Intégrateur", mail.Text, StringComparison.Ordinal);
        var row = (await ListAsync()).Members.Items.Single(m => m.Member.Id == id);
        Assert.Equal(EmailState.Queued, row.Delivery?.State);
        Assert.Equal(Host.Time.GetUtcNow().UtcDateTime.AddDays(7), row.UsableUntil);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no address")]
    public async Task What_is_no_address_is_refused(string email) =>
        Assert.Equal(MemberErrors.InvalidEmail, (await InviteAsync(email)).Error);

    [Fact]
    public async Task Of_a_double_click_one_invitation_remains()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => InviteAsync("twice@example.org"))));

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
        Assert.All(outcomes.Where(outcome => !outcome.IsSuccess), outcome => Assert.Equal(MemberErrors.AlreadyMember, outcome.Error));
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<OutgoingEmail>().CountAsync(e => e.To == "twice@example.org")));
    }

    [Fact]
    public async Task Sent_again_the_link_before_ceases_to_work_and_its_waiting_email_is_taken_back()
    {
        var id = (await InviteAsync("again@example.org")).Value;
        var first = await Host.EmailAsync(Kind, id);
        var firstLink = await Host.LinkOfAsync(first);

        Assert.Equal(MemberErrors.ResentRecently, (await ResendAsync(id, _administrator)).Error);
        Host.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.True((await ResendAsync(id, _administrator)).IsSuccess);

        var second = await Host.EmailAsync(Kind, id);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(EmailState.Cancelled,
            await Host.StoreAsync(db => db.Set<OutgoingEmail>().Where(e => e.Id == first.Id).Select(e => e.State).SingleAsync()));
        Assert.Equal(LinkErrors.NotUsable, (await ActivateAsync(firstLink)).Error);
        Assert.True((await ActivateAsync(await Host.LinkOfAsync(second))).IsSuccess);
    }

    [Fact]
    public async Task A_cancelled_invitation_opens_nothing_and_leaves_the_list()
    {
        var id = (await InviteAsync("cancelled@example.org")).Value;
        var link = await Host.LinkOfAsync(await Host.EmailAsync(Kind, id));

        Assert.Equal(MemberStatus.Cancelled, (await CancelAsync(id, _administrator)).Value);

        Assert.Equal(LinkErrors.NotUsable, (await ActivateAsync(link)).Error);
        Assert.DoesNotContain((await ListAsync()).Members.Items, row => row.Member.Id == id);
        Assert.True((await InviteAsync("cancelled@example.org")).IsSuccess);
    }

    [Fact]
    public async Task The_invitation_of_the_initial_administrator_is_not_cancelled()
    {
        var initial = (await ListAsync()).Members.Items.Single(row => row.Member.IsInitialAdministrator).Member;

        Assert.Equal(MemberErrors.NotPossibleNow, (await CancelAsync(initial.Id, _administrator)).Error);
    }

    [Theory]
    [InlineData(NppoRole.Integrator)]
    [InlineData(NppoRole.Viewer)]
    public async Task Without_the_right_one_sees_the_list_and_changes_nothing(NppoRole role)
    {
        var reader = await Host.ActiveMemberAsync(_nppo, role, "reader@example.org");
        var invited = (await InviteAsync("open@example.org")).Value;

        var list = (await Host.Get<ListMembers>().HandleAsync(new(_nppo), reader, CancellationToken.None)).Value;
        Assert.Contains(list.Members.Items, row => row.Member.Id == invited);
        Assert.False(list.MayManage);
        await AssertRefusedAsync(reader, invited);
    }

    [Fact]
    public async Task A_foreign_administrator_sees_and_changes_nothing()
    {
        var foreign = (await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" })).Nppo;
        var stranger = await Host.ActiveMemberAsync(foreign.Id, NppoRole.Administrator, "stranger@example.org");
        var invited = (await InviteAsync("open@example.org")).Value;

        foreach (var actor in new[] { stranger, Actor.Anonymous, Actor.System, Actor.Invitee(invited) })
        {
            Assert.Equal(AccessErrors.NotAllowed,
                (await Host.Get<ListMembers>().HandleAsync(new(_nppo), actor, CancellationToken.None)).Error);
            await AssertRefusedAsync(actor, invited);
        }
    }

    private async Task AssertRefusedAsync(Actor actor, Guid invited)
    {
        Assert.Equal(AccessErrors.NotAllowed, (await InviteAsync("other@example.org", actor)).Error);
        Assert.Equal(AccessErrors.NotAllowed, (await ResendAsync(invited, actor)).Error);
        Assert.Equal(AccessErrors.NotAllowed, (await CancelAsync(invited, actor)).Error);
    }

    private Task<Result<Guid>> InviteAsync(string email, Actor? actor = null, string language = "en") =>
        Host.Get<InviteMember>().HandleAsync(
            new InviteMemberRequest(_nppo, email, NppoRole.Integrator, language), actor ?? _administrator, CancellationToken.None);

    private async Task<Result<MemberStatus>> ResendAsync(Guid id, Actor actor) =>
        await Host.Get<ResendInvitation>().HandleAsync(await Host.LookAtMemberAsync(id), actor, CancellationToken.None);

    private async Task<Result<MemberStatus>> CancelAsync(Guid id, Actor actor) =>
        await Host.Get<CancelInvitation>().HandleAsync(await Host.LookAtMemberAsync(id), actor, CancellationToken.None);

    private async Task<MemberList> ListAsync() =>
        (await Host.Get<ListMembers>().HandleAsync(new(_nppo), _administrator, CancellationToken.None)).Value;

    private Task<Result<ConsoleUser>> ActivateAsync(Guid link) =>
        Host.CallAsync<ActivateAccount, Result<ConsoleUser>>(use => use.HandleAsync(
            new ActivateAccountRequest(link, new PersonDetails("", "New", "Colleague", "Officer", ""), Given.Password, "en"),
            CancellationToken.None));
}

public sealed class InvitationOnSqlite() : InvitationTests(DatabaseKind.Sqlite);

public sealed class InvitationOnPostgreSql() : InvitationTests(DatabaseKind.PostgreSql);
