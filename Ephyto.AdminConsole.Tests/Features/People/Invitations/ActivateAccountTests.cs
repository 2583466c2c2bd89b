using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Features.People.Invitations.UseCases;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.People.Invitations;

public abstract class ActivateAccountTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private static readonly PersonDetails Person = new("Ms", "Awa", "Kouassi", "Director", "");

    [Fact]
    public async Task It_makes_the_account_and_activates_the_member()
    {
        var (_, invited) = await Host.ConfirmedNppoAsync();

        var account = (await ActivateAsync(await LinkAsync(invited))).Value;
        var member = await MemberAsync(invited.Id);

        Assert.Equal(("awa.kouassi@example.org", "Awa Kouassi", "fr", true),
            (account.Email, account.DisplayName, account.Language, account.EmailConfirmed));
        Assert.Equal((MemberStatus.Active, account.Id, "Director"), (member.Status, member.UserId!.Value, member.Person.JobTitle));
    }

    [Fact]
    public async Task Who_has_one_name_only_is_greeted_by_it_without_a_gap()
    {
        var (_, invited) = await Host.ConfirmedNppoAsync();
        var link = await LinkAsync(invited);
        var account = await Host.CallAsync<ActivateAccount, Result<ConsoleUser>>(
            use => use.HandleAsync(new ActivateAccountRequest(link, new PersonDetails("", "", "Dri", "", ""), Given.Password, "en"),
                CancellationToken.None));

        Assert.Equal("Dri", account.Value.DisplayName);
    }

    [Fact]
    public async Task Of_twenty_at_the_same_moment_exactly_one_makes_an_account()
    {
        var (_, invited) = await Host.ConfirmedNppoAsync();
        var link = await LinkAsync(invited);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => ActivateAsync(link))));

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
        Assert.All(outcomes.Where(outcome => !outcome.IsSuccess),
            outcome => Assert.True(outcome.Error == LinkErrors.NotUsable || outcome.Error == AccountErrors.AlreadyExists));
        Assert.Equal(1, await Host.StoreAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task A_second_time_it_is_refused()
    {
        var (_, invited) = await Host.ConfirmedNppoAsync();
        var link = await LinkAsync(invited);
        await ActivateAsync(link);

        Assert.Equal(LinkErrors.NotUsable, (await ActivateAsync(link)).Error);
    }

    [Fact]
    public async Task After_seven_days_it_is_refused_and_the_link_can_be_renewed()
    {
        var (_, invited) = await Host.ConfirmedNppoAsync();
        var old = await LinkAsync(invited);
        Host.Time.Advance(TimeSpan.FromDays(7));

        Assert.Equal(LinkErrors.NotUsable, (await ActivateAsync(old)).Error);
        await RenewAsync(old);

        Assert.Equal(LinkErrors.NotUsable, (await ActivateAsync(old)).Error);
        Assert.True((await ActivateAsync(await LinkAsync(invited))).IsSuccess);
    }

    [Fact]
    public async Task A_used_link_is_not_renewed()
    {
        var (_, invited) = await Host.ConfirmedNppoAsync();
        var link = await LinkAsync(invited);
        await ActivateAsync(link);
        Host.Time.Advance(TimeSpan.FromDays(1));

        await RenewAsync(link);

        Assert.Equal(1, await Host.StoreAsync(db => db.Set<AccessLink>().CountAsync(l => l.SubjectId == invited.Id)));
    }

    [Theory]
    [InlineData("short", "account.password-too-short")]
    [InlineData("password2026!!", "account.password-too-common")]
    [InlineData("kouassi-végétaux", "account.password-too-personal")]
    public async Task A_weak_password_is_refused_and_the_link_stays_usable(string password, string code)
    {
        var (_, invited) = await Host.ConfirmedNppoAsync();
        var link = await LinkAsync(invited);

        Assert.Equal(code, (await ActivateAsync(link, password)).Error?.Code);
        Assert.True((await ActivateAsync(link)).IsSuccess);
    }

    [Fact]
    public async Task Where_the_address_has_an_account_no_second_one_is_made_and_its_owner_accepts()
    {
        var account = await Host.AccountAsync("awa.kouassi@example.org");
        var (_, invited) = await Host.ConfirmedNppoAsync();
        var link = await LinkAsync(invited);

        Assert.Equal(AccountErrors.AlreadyExists, (await ActivateAsync(link)).Error);
        Assert.True((await AcceptAsync(link, Actor.User(account.Id))).IsSuccess);
        Assert.Equal(account.Id, (await MemberAsync(invited.Id)).UserId);
    }

    [Fact]
    public async Task Nobody_enters_an_organization_that_is_closed_whatever_link_is_left()
    {
        var account = await Host.AccountAsync("awa.kouassi@example.org");
        var (nppo, invited) = await Host.ConfirmedNppoAsync();
        var link = await LinkAsync(invited);
        await Host.StoreAsync(db => db.Set<Nppo>().Where(n => n.Id == nppo.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.Status, NppoStatus.Closed)));
        Host.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(MemberErrors.OrganizationClosed, (await AcceptAsync(link, Actor.User(account.Id))).Error);
        await Host.StoreAsync(db => db.Users.Where(u => u.Id == account.Id).ExecuteDeleteAsync());
        Assert.Equal(MemberErrors.OrganizationClosed, (await ActivateAsync(link)).Error);
        Assert.Equal(LinkState.Revoked,
            (await Host.CallAsync<ViewInvitation, Result<InvitationView>>(
                view => view.HandleAsync(link, CancellationToken.None))).Value.Link);
        await RenewAsync(link);
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<AccessLink>().CountAsync(l => l.SubjectId == invited.Id)));
    }

    [Fact]
    public async Task Nobody_accepts_an_invitation_of_somebody_else()
    {
        var (_, invited) = await Host.ConfirmedNppoAsync();
        var stranger = await Host.AccountAsync("stranger@example.org");
        var link = await LinkAsync(invited);

        Assert.Equal(AccessErrors.NotAllowed, (await AcceptAsync(link, Actor.User(stranger.Id))).Error);
        Assert.Equal(AccessErrors.NotAllowed, (await AcceptAsync(link, Actor.Anonymous)).Error);
        Assert.Equal(MemberStatus.Invited, (await MemberAsync(invited.Id)).Status);
    }

    private async Task<Guid> LinkAsync(Member invited) =>
        await Host.LinkOfAsync(await Host.EmailAsync("member.registration-confirmed", invited.Id));

    private Task<Member> MemberAsync(Guid id) => Host.StoreAsync(db => db.Set<Member>().SingleAsync(m => m.Id == id));

    private Task<Result<ConsoleUser>> ActivateAsync(Guid link, string password = Given.Password) =>
        Host.CallAsync<ActivateAccount, Result<ConsoleUser>>(
            use => use.HandleAsync(new ActivateAccountRequest(link, Person, password, "fr"), CancellationToken.None));

    private Task<Result<Guid>> AcceptAsync(Guid link, Actor actor) => Host.CallAsync<AcceptInvitation, Result<Guid>>(
        use => use.HandleAsync(new AcceptInvitationRequest(link, Person), actor, CancellationToken.None));

    private Task RenewAsync(Guid linkId) => Host.CallAsync<IEnumerable<ILinkRenewal>>(async renewals =>
    {
        var link = await Host.Get<LinkUse>().FindAsync(linkId, CancellationToken.None);
        await renewals.Single(r => r.Purpose == LinkPurpose.ActivateAccount).RenewAsync(link!, CancellationToken.None);
    });
}

public sealed class ActivateAccountOnSqlite() : ActivateAccountTests(DatabaseKind.Sqlite);

public sealed class ActivateAccountOnPostgreSql() : ActivateAccountTests(DatabaseKind.PostgreSql);
