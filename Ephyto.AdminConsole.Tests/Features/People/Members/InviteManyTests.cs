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

/// <summary>Many invitations at once, and one that went to the wrong address.</summary>
public abstract class InviteManyTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
    }

    [Fact]
    public async Task Each_pasted_address_gets_its_own_answer()
    {
        var lines =
            (await InviteAsync("Ada <ada@example.org>, boss@example.org\nnonsense; ADA@example.org", new DateOnly(2026, 6, 30))).Value;

        Assert.Equal([InviteOutcome.Invited, InviteOutcome.AlreadyMember, InviteOutcome.NotAnAddress, InviteOutcome.Repeated],
            lines.Select(line => line.Outcome));
        Assert.Equal("ada@example.org", Assert.Single(await SentAsync()).To);
        var invited =
            Assert.Single(
                (await Host.Get<ListMembers>().HandleAsync(new(_nppo, "ada"), _boss, CancellationToken.None)).Value.Members.Items);
        Assert.Equal(new DateOnly(2026, 6, 30), invited.Member.RoleLastDay);
    }

    [Fact]
    public async Task Too_many_none_or_a_past_day_are_refused_as_a_whole()
    {
        var many = string.Join(',', Enumerable.Range(0, 101).Select(number => $"p{number}@example.org"));

        Assert.Equal(MemberErrors.TooManyAddresses, (await InviteAsync(many)).Error);
        Assert.Equal(MemberErrors.InvalidEmail, (await InviteAsync(" ")).Error);
        Assert.Equal(MemberErrors.EndNotAhead, (await InviteAsync("ada@example.org", new DateOnly(2026, 3, 1))).Error);
        Assert.Empty(await SentAsync());
    }

    [Fact]
    public async Task A_corrected_invitation_works_at_the_right_address_only()
    {
        await InviteAsync("wrnog@example.org, taken@example.org");
        var id = (await Host.StoreAsync(db => db.Set<Member>().SingleAsync(m => m.Email == "wrnog@example.org"))).Id;
        var first = await Host.EmailAsync("member.invitation", id);
        var firstLink = await Host.LinkOfAsync(first);

        Assert.Equal(MemberErrors.AlreadyMember, (await CorrectAsync(id, "taken@example.org")).Error);
        Assert.Equal(MemberErrors.InvalidEmail, (await CorrectAsync(id, "nonsense")).Error);
        Assert.Equal(AccessErrors.NotAllowed, (await CorrectAsync(id, "right@example.org", Actor.Anonymous)).Error);
        Host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(MemberStatus.Invited, (await CorrectAsync(id, "right@example.org")).Value);

        Assert.Equal(EmailState.Cancelled,
            await Host.StoreAsync(db => db.Set<OutgoingEmail>().Where(e => e.Id == first.Id).Select(e => e.State).SingleAsync()));
        Assert.Equal(LinkErrors.NotUsable, (await ActivateAsync(firstLink)).Error);
        var second = await Host.EmailAsync("member.invitation", id);
        Assert.Equal("right@example.org", second.To);
        Assert.Equal("right@example.org", (await ActivateAsync(await Host.LinkOfAsync(second))).Value.Email);
    }

    [Fact]
    public async Task Nothing_is_done_to_an_invitation_that_has_changed_since_somebody_looked()
    {
        var id = await InvitedAsync();
        var shown = await Host.LookAtMemberAsync(id);
        Host.Time.Advance(TimeSpan.FromMinutes(2));
        await CorrectAsync(id, "right@example.org");
        Host.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(AccessErrors.ChangedMeanwhile,
            (await Host.Get<CorrectInvitation>().HandleAsync(new(shown, "wrong@example.org"), _boss, CancellationToken.None)).Error);
        Assert.Equal(AccessErrors.ChangedMeanwhile,
            (await Host.Get<CancelInvitation>().HandleAsync(shown, _boss, CancellationToken.None)).Error);
        Assert.Equal(AccessErrors.ChangedMeanwhile,
            (await Host.Get<ResendInvitation>().HandleAsync(shown, _boss, CancellationToken.None)).Error);
        Assert.Equal(AccessErrors.ChangedMeanwhile,
            (await Host.Get<AdmitMember>().HandleAsync(new(shown, NppoRole.Viewer), _boss, CancellationToken.None)).Error);
        Assert.Equal(AccessErrors.ChangedMeanwhile,
            (await Host.Get<RefuseMember>().HandleAsync(new(shown, "No."), _boss, CancellationToken.None)).Error);

        Assert.Equal("right@example.org", (await Host.EmailAsync("member.invitation", id)).To);
    }

    private Task<Guid> InvitedAsync() => Host.StoreAsync(async db =>
    {
        var member = Member.Invite(_nppo, EmailAddress.TryParse("typo@example.org")!, "en", NppoRole.Viewer, _boss.Id, Host.Now());
        db.Add(member);
        await db.SaveChangesAsync();
        return member.Id;
    });

    private Task<Result<List<InviteLine>>> InviteAsync(string addresses, DateOnly? lastDay = null) =>
        Host.Get<InviteMembers>().HandleAsync(new(_nppo, addresses, NppoRole.Viewer, lastDay, "en"), _boss, CancellationToken.None);

    private async Task<List<OutgoingEmail>> SentAsync() =>
        (await Host.EmailsAsync("member.invitation")).FindAll(mail => mail.To != "boss@example.org");

    private async Task<Result<MemberStatus>> CorrectAsync(Guid id, string email, Actor? actor = null) =>
        await Host.Get<CorrectInvitation>()
            .HandleAsync(new(await Host.LookAtMemberAsync(id), email), actor ?? _boss, CancellationToken.None);

    private Task<Result<ConsoleUser>> ActivateAsync(Guid link) =>
        Host.CallAsync<ActivateAccount, Result<ConsoleUser>>(use => use.HandleAsync(
            new ActivateAccountRequest(link, new PersonDetails("", "New", "Colleague", "Officer", ""), Given.Password, "en"),
            CancellationToken.None));
}

public sealed class InviteManyOnSqlite() : InviteManyTests(DatabaseKind.Sqlite);

public sealed class InviteManyOnPostgreSql() : InviteManyTests(DatabaseKind.PostgreSql);
