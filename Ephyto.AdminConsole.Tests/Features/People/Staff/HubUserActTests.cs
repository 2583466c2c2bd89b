using Ephyto.AdminConsole.Features.People.Staff.Components;
using Ephyto.AdminConsole.Features.People.Staff.UseCases;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.People.Staff;

/// <summary>What Hub administrators do to the people of the hub, and what protects the last of them.</summary>
public abstract class HubUserActTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Actor _boss = Actor.Anonymous;
    private Actor _officer = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _boss = await Host.AppointAsync(HubRole.HubAdministrator, "Boss");
        _officer = await Host.AppointAsync(HubRole.SecretariatOfficer, "Officer");
    }

    [Fact]
    public async Task A_role_is_changed_suspended_given_back_and_taken_away_and_the_person_is_told_each_time()
    {
        var officer = await IdAsync(_officer);

        Assert.Equal(HubUserStatus.Active, (await AssignAsync(_boss, officer, HubRole.Auditor)).Value);
        Assert.Equal(HubRole.Auditor, await RoleAsync(_officer));
        Assert.Equal(HubUserStatus.Suspended, (await DoAsync(HubUserAction.Suspend, _boss, officer)).Value);
        Assert.Null(await RoleAsync(_officer));
        Assert.Equal(HubUserStatus.Active, (await DoAsync(HubUserAction.Reactivate, _boss, officer)).Value);
        Assert.Equal(HubUserStatus.Removed, (await DoAsync(HubUserAction.Remove, _boss, officer)).Value);
        Assert.Null(await RoleAsync(_officer));

        var emails = await Host.StoreAsync(db => db.Set<OutgoingEmail>().Where(e => e.SubjectId == officer).OrderBy(e => e.Id)
            .ToListAsync());
        Assert.Equal(["hub-user.role-changed", "hub-user.suspended", "hub-user.reactivated", "hub-user.removed"],
            emails.Select(email => email.Kind));
        Assert.All(emails, email => Assert.Equal("officer@example.org", email.To));
    }

    [Fact]
    public async Task Nothing_is_done_on_the_ground_of_a_role_that_has_changed_since_somebody_looked()
    {
        var officer = await IdAsync(_officer);
        var shown = await Host.LookAtHubUserAsync(officer);
        await AssignAsync(_boss, officer, HubRole.Auditor);

        foreach (var action in Enum.GetValues<HubUserAction>())
            Assert.Equal(AccessErrors.ChangedMeanwhile,
                (await DoAsync(action, shown, action == HubUserAction.Leave ? _officer : _boss)).Error);
        Assert.Equal(AccessErrors.ChangedMeanwhile,
            (await Host.Get<AssignHubRole>().HandleAsync(new(shown, HubRole.HubAdministrator, null), _boss, CancellationToken.None)).Error);

        Assert.Equal(HubRole.Auditor, await RoleAsync(_officer));
    }

    [Fact]
    public async Task Nobody_else_may_do_any_of_it()
    {
        var (boss, officer) = (await IdAsync(_boss), await IdAsync(_officer));
        foreach (var actor in new[] { _officer, Actor.Anonymous, Actor.System, Actor.Invitee(officer) })
        {
            foreach (var action in Enum.GetValues<HubUserAction>())
                Assert.Equal(AccessErrors.NotAllowed, (await DoAsync(action, actor, boss)).Error);
            Assert.Equal(AccessErrors.NotAllowed, (await AssignAsync(actor, boss, HubRole.Auditor)).Error);
            Assert.Equal(AccessErrors.NotAllowed,
                (await Host.Get<InviteHubUser>()
                    .HandleAsync(new("x@example.org", HubRole.Auditor, "en"), actor, CancellationToken.None)).Error);
            Assert.Equal(AccessErrors.NotAllowed,
                (await Host.Get<ListHubUsers>().HandleAsync(new(null, null, null, 1), actor, CancellationToken.None)).Error);
        }
    }

    [Fact]
    public async Task Nobody_changes_their_own_role_and_the_last_administrator_cannot_go()
    {
        var boss = await IdAsync(_boss);

        Assert.Equal(HubUserErrors.NotYourself, (await AssignAsync(_boss, boss, HubRole.Auditor)).Error);
        Assert.Equal(HubUserErrors.NotYourself, (await DoAsync(HubUserAction.Remove, _boss, boss)).Error);
        Assert.Equal(HubUserErrors.LastAdministrator, (await DoAsync(HubUserAction.Leave, _boss, boss)).Error);
        Assert.Equal(HubRole.HubAdministrator, await RoleAsync(_boss));

        await AssignAsync(_boss, await IdAsync(_officer), HubRole.HubAdministrator);
        Assert.Equal(HubUserStatus.Left, (await DoAsync(HubUserAction.Leave, _boss, boss)).Value);
        Assert.Equal(AccessErrors.NotAllowed, (await DoAsync(HubUserAction.Remove, _boss, await IdAsync(_officer))).Error);
    }

    [Fact]
    public async Task An_administrator_whose_role_ends_one_day_does_not_keep_the_hub()
    {
        var (boss, other) = (await IdAsync(_boss), await Host.AppointAsync(HubRole.HubAdministrator, "Other"));
        Assert.True((await AssignAsync(_boss, await IdAsync(other), HubRole.HubAdministrator, Today().AddDays(3))).IsSuccess);

        Assert.Equal(HubUserErrors.LastAdministrator, (await DoAsync(HubUserAction.Leave, _boss, boss)).Error);
        Assert.Equal(HubUserErrors.LastAdministrator, (await AssignAsync(other, boss, HubRole.HubAdministrator, Today().AddDays(3))).Error);
        Assert.Equal(HubUserErrors.LastAdministrator, (await DoAsync(HubUserAction.Suspend, other, boss)).Error);
    }

    [Fact]
    public async Task Of_two_administrators_who_remove_or_demote_each_other_at_the_same_instant_one_stays()
    {
        for (var round = 0; round < 20; round++)
        {
            var (left, right) = (await Host.AppointAsync(HubRole.HubAdministrator, $"Left {round}"),
                await Host.AppointAsync(HubRole.HubAdministrator, $"Right {round}"));
            var (leftId, rightId) = (await IdAsync(left), await IdAsync(right));
            // Nobody else is there to keep the hub: each pair is alone.
            await OnlyAsync(leftId, rightId);
            using var start = new Barrier(2);

            var outcomes = await Task.WhenAll(
                Task.Run(() =>
                    TogetherAsync(start, () => round % 2 == 0
                        ? DoAsync(HubUserAction.Remove, left, rightId) : AssignAsync(left, rightId, HubRole.Auditor))),
                Task.Run(() =>
                    TogetherAsync(start, () => round % 3 == 0
                        ? DoAsync(HubUserAction.Suspend, right, leftId) : AssignAsync(right, leftId, HubRole.Auditor))));

            Assert.Single(outcomes, outcome => outcome.IsSuccess);
            Assert.Single(outcomes, outcome => outcome.Error == AccessErrors.NotAllowed);
            Assert.Equal(1, await Host.StoreAsync(db => db.RightfulHubUsers().CountAsync(u => u.Role == HubRole.HubAdministrator)));
        }
    }

    [Fact]
    public async Task A_role_is_announced_a_week_ahead_and_ends_after_its_last_day_once_whatever_the_number_of_nodes()
    {
        var officer = await IdAsync(_officer);
        Assert.Equal(HubUserErrors.EndInThePast, (await AssignAsync(_boss, officer, HubRole.Auditor, Today().AddDays(-1))).Error);
        Assert.True((await AssignAsync(_boss, officer, HubRole.Auditor, Today().AddDays(10))).IsSuccess);
        Assert.Equal(0, await AdvanceOnThreeNodesAsync());

        Host.Time.SetUtcNow(new DateTimeOffset(Today().AddDays(4).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
        Assert.Equal(1, await AdvanceOnThreeNodesAsync());
        Host.Time.SetUtcNow(new DateTimeOffset(Today().AddDays(6).ToDateTime(new TimeOnly(23, 59)), TimeSpan.Zero));
        Assert.Equal(0, await AdvanceOnThreeNodesAsync());
        Assert.Equal(HubRole.Auditor, await RoleAsync(_officer));

        Host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await RoleAsync(_officer));
        Assert.Equal(1, await AdvanceOnThreeNodesAsync());
        Assert.Equal(HubUserStatus.Expired,
            await Host.StoreAsync(db => db.Set<HubUser>().Where(u => u.Id == officer).Select(u => u.Status).SingleAsync()));
        var told = await Host.StoreAsync(db => db.Set<OutgoingEmail>().Where(e => e.SubjectId == officer).OrderBy(e => e.Id)
            .Select(e => e.Kind).ToListAsync());
        Assert.Equal(["hub-user.role-changed", "hub-user.role-ending", "hub-user.role-ended"], told);
    }

    private async Task<int> AdvanceOnThreeNodesAsync() =>
        (await Task.WhenAll(Enumerable.Range(0, 3)
            .Select(_ => Task.Run(() => Host.Get<AdvanceHubUsers>().HandleAsync(CancellationToken.None))))).Sum();

    private static Task<Result<HubUserStatus>> TogetherAsync(Barrier start, Func<Task<Result<HubUserStatus>>> act)
    {
        start.SignalAndWait();
        return act();
    }

    private Task<int> OnlyAsync(params Guid[] kept) => Host.StoreAsync(db => db.Set<HubUser>()
        .Where(u => !kept.Contains(u.Id)).ExecuteUpdateAsync(set => set.SetProperty(u => u.Status, HubUserStatus.Removed)));

    private DateOnly Today() => DateOnly.FromDateTime(Host.Now());

    private Task<Guid> IdAsync(Actor person) =>
        Host.StoreAsync(db => db.Set<HubUser>().Where(u => u.UserId == person.Id).Select(u => u.Id).SingleAsync());

    private Task<HubRole?> RoleAsync(Actor person) => Host.StoreAsync(db => db.HubRoleOfAsync(person, CancellationToken.None));

    private async Task<Result<HubUserStatus>> DoAsync(HubUserAction action, Actor actor, Guid id) =>
        await DoAsync(action, await Host.LookAtHubUserAsync(id), actor);

    private Task<Result<HubUserStatus>> DoAsync(HubUserAction action, SeenHubUser seen, Actor actor) => action switch
    {
        HubUserAction.Resend => Host.Get<ResendHubInvitation>().HandleAsync(seen, actor, CancellationToken.None),
        HubUserAction.Cancel => Host.Get<CancelHubInvitation>().HandleAsync(seen, actor, CancellationToken.None),
        HubUserAction.Suspend => Host.Get<SuspendHubUser>().HandleAsync(seen, actor, CancellationToken.None),
        HubUserAction.Reactivate => Host.Get<ReactivateHubUser>().HandleAsync(seen, actor, CancellationToken.None),
        HubUserAction.Remove => Host.Get<RemoveHubUser>().HandleAsync(seen, actor, CancellationToken.None),
        _ => Host.Get<LeaveHub>().HandleAsync(seen, actor, CancellationToken.None),
    };

    private async Task<Result<HubUserStatus>> AssignAsync(Actor actor, Guid id, HubRole role, DateOnly? lastDay = null) =>
        await Host.Get<AssignHubRole>().HandleAsync(new(await Host.LookAtHubUserAsync(id), role, lastDay), actor, CancellationToken.None);
}

public sealed class HubUserActOnSqlite() : HubUserActTests(DatabaseKind.Sqlite);

public sealed class HubUserActOnPostgreSql() : HubUserActTests(DatabaseKind.PostgreSql);
