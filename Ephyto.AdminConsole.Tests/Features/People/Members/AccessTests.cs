using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.People.Members;

/// <summary>What administrators do to the access of others, who hears of it, and who may not.</summary>
public abstract class AccessTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private static readonly DateOnly NextMonth = new(2026, 4, 2);
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Actor _colleague = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
        _colleague = await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "colleague@example.org");
    }

    [Fact]
    public async Task A_changed_role_holds_at_once_and_the_person_is_told_in_their_language()
    {
        await Host.StoreAsync(db => db.Users.Where(u => u.Id == _colleague.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.Language, "fr")));

        Assert.Equal(MemberStatus.Active, (await ChangeRoleAsync(NppoRole.Integrator, NextMonth)).Value);

        var member = await Host.MemberOfAsync(_nppo, _colleague);
        Assert.Equal((NppoRole.Integrator, NextMonth), (member.Role, member.RoleLastDay));
        var email = await Host.EmailAsync("member.role-changed", member.Id);
        Assert.Equal(("colleague@example.org", "fr"), (email.To, email.Language));
        Assert.Contains("Intégrateur", email.Text, StringComparison.Ordinal);
        Assert.Contains("2 avril 2026", email.Text, StringComparison.Ordinal);
        var line = await Host.StoreAsync(db => db.Set<AuditEntry>().SingleAsync(e => e.Code == "member.role-changed"));
        Assert.Equal(
            """{"from":{"is":"Term","of":"NppoRole","value":"Viewer"},"lastDay":{"is":"Day","value":"2026-04-02"},"lastDay.before":"""
                + """null,"to":{"is":"Term","of":"NppoRole","value":"Integrator"}}""",
            line.Facts);
    }

    [Fact]
    public async Task Who_is_suspended_reads_why_is_signed_out_and_comes_back_with_a_role()
    {
        var stamp = await StampAsync(_colleague);

        Assert.Equal(MemberStatus.Suspended, (await SuspendAsync("On leave until May.")).Value);

        var member = await Host.MemberOfAsync(_nppo, _colleague);
        Assert.Contains("> On leave until May.", (await Host.EmailAsync("member.suspended", member.Id)).Text, StringComparison.Ordinal);
        Assert.NotEqual(stamp, await StampAsync(_colleague));
        Assert.Equal(AccessErrors.NotAllowed,
            (await Host.Get<ListMembers>().HandleAsync(new(_nppo), _colleague, CancellationToken.None)).Error);

        var back = await Host.Get<ReactivateMember>().HandleAsync(
            new(await Host.SeenAsync(_nppo, _colleague), NppoRole.Integrator, null), _boss, CancellationToken.None);
        Assert.Equal(MemberStatus.Active, back.Value);
        Assert.Contains("Integrator", (await Host.EmailAsync("member.reactivated", member.Id)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_removed_reads_why_and_can_be_invited_again()
    {
        var stamp = await StampAsync(_colleague);

        Assert.Equal(MemberStatus.Removed, (await RemoveAsync("Moved to another ministry.")).Value);

        var member = await Host.MemberOfAsync(_nppo, _colleague);
        Assert.Contains("> Moved to another ministry.", (await Host.EmailAsync("member.removed", member.Id)).Text,
            StringComparison.Ordinal);
        Assert.NotEqual(stamp, await StampAsync(_colleague));
        var again = await Host.Get<InviteMember>()
            .HandleAsync(new(_nppo, "colleague@example.org", NppoRole.Viewer, "en"), _boss, CancellationToken.None);
        Assert.True(again.IsSuccess);
    }

    [Fact]
    public async Task Who_leaves_hears_it_and_the_only_administrator_does_not_leave()
    {
        Assert.Equal(MemberErrors.LastAdministrator, (await LeaveAsync(_boss)).Error);
        Assert.Equal(MemberStatus.Left, (await LeaveAsync(_colleague)).Value);

        Assert.Equal("colleague@example.org", Assert.Single(await Host.EmailsAsync("member.left")).To);
        Assert.Equal("boss@example.org", Assert.Single(await Host.EmailsAsync("member.left.administrators")).To);
        Assert.Equal(AccessErrors.NotAllowed, (await LeaveAsync(_colleague)).Error);
    }

    [Fact]
    public async Task Who_works_elsewhere_too_stays_signed_in()
    {
        var (second, _) = await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" });
        var elsewhere = Member.Invite(second.Id, EmailAddress.TryParse("colleague@example.org")!, "en", NppoRole.Viewer,
            _boss.Id, Host.Now());
        elsewhere.Activate(_colleague.Id, PersonDetails.Unknown, Host.Now());
        await Host.AddAsync(elsewhere);
        var officer = await Host.AppointAsync(HubRole.Auditor);
        var both = Member.Invite(_nppo, EmailAddress.TryParse("officer@example.org")!, "en", NppoRole.Viewer, _boss.Id, Host.Now());
        both.Activate(officer.Id, PersonDetails.Unknown, Host.Now());
        await Host.AddAsync(both);
        var stamps = (await StampAsync(_colleague), await StampAsync(officer));

        Assert.True((await RemoveAsync("Moved.")).IsSuccess);
        Assert.True((await LeaveAsync(officer)).IsSuccess);

        Assert.Equal(stamps, (await StampAsync(_colleague), await StampAsync(officer)));
    }

    [Fact]
    public async Task Nobody_acts_on_themselves_or_on_what_has_changed_meanwhile()
    {
        var self = await Host.SeenAsync(_nppo, _boss);
        Assert.Equal(MemberErrors.NotYourself,
            (await Host.Get<ChangeRole>().HandleAsync(new(self, NppoRole.Viewer, null), _boss, CancellationToken.None)).Error);
        Assert.Equal(MemberErrors.NotYourself,
            (await Host.Get<SuspendMember>().HandleAsync(new(self, "Why"), _boss, CancellationToken.None)).Error);
        Assert.Equal(MemberErrors.NotYourself,
            (await Host.Get<RemoveMember>().HandleAsync(new(self, "Why"), _boss, CancellationToken.None)).Error);

        var old = await Host.SeenAsync(_nppo, _colleague);
        Assert.True((await ChangeRoleAsync(NppoRole.Integrator, null)).IsSuccess);
        Assert.Equal(AccessErrors.ChangedMeanwhile,
            (await Host.Get<RemoveMember>().HandleAsync(new(old, "Why"), _boss, CancellationToken.None)).Error);
    }

    [Fact]
    public async Task Without_the_right_in_this_organization_nothing_happens()
    {
        var (foreign, _) = await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" });
        var stranger = await Host.ActiveMemberAsync(foreign.Id, NppoRole.Administrator, "stranger@example.org");
        var integrator = await Host.ActiveMemberAsync(_nppo, NppoRole.Integrator, "integrator@example.org");
        var hub = await Host.AppointAsync(HubRole.HubAdministrator);
        var seen = await Host.SeenAsync(_nppo, _colleague);

        foreach (var actor in new[] { stranger, integrator, _colleague, hub, Actor.System, Actor.Anonymous, Actor.Invitee(seen.Id) })
        {
            Assert.Equal(AccessErrors.NotAllowed,
                (await Host.Get<ChangeRole>().HandleAsync(new(seen, NppoRole.Administrator, null), actor, CancellationToken.None)).Error);
            Assert.Equal(AccessErrors.NotAllowed,
                (await Host.Get<SuspendMember>().HandleAsync(new(seen, "Why"), actor, CancellationToken.None)).Error);
            Assert.Equal(AccessErrors.NotAllowed,
                (await Host.Get<RemoveMember>().HandleAsync(new(seen, "Why"), actor, CancellationToken.None)).Error);
            Assert.Equal(AccessErrors.NotAllowed,
                (await Host.Get<ReactivateMember>().HandleAsync(new(seen, NppoRole.Viewer, null), actor, CancellationToken.None)).Error);
        }

        Assert.Equal(AccessErrors.NotAllowed, (await LeaveAsync(stranger)).Error);
        var nobody = new SeenMember(Guid.NewGuid(), 1);
        Assert.Equal(AccessErrors.NotAllowed,
            (await Host.Get<RemoveMember>().HandleAsync(new(nobody, "Why"), _boss, CancellationToken.None)).Error);
    }

    private async Task<Result<MemberStatus>> ChangeRoleAsync(NppoRole role, DateOnly? lastDay) =>
        await Host.Get<ChangeRole>()
            .HandleAsync(new(await Host.SeenAsync(_nppo, _colleague), role, lastDay), _boss, CancellationToken.None);

    private async Task<Result<MemberStatus>> SuspendAsync(string words) =>
        await Host.Get<SuspendMember>().HandleAsync(new(await Host.SeenAsync(_nppo, _colleague), words), _boss, CancellationToken.None);

    private async Task<Result<MemberStatus>> RemoveAsync(string words) =>
        await Host.Get<RemoveMember>().HandleAsync(new(await Host.SeenAsync(_nppo, _colleague), words), _boss, CancellationToken.None);

    private Task<Result<MemberStatus>> LeaveAsync(Actor actor) => Host.Get<LeaveNppo>().HandleAsync(_nppo, actor, CancellationToken.None);

    private Task<string?> StampAsync(Actor person) =>
        Host.StoreAsync(db => db.Users.Where(u => u.Id == person.Id).Select(u => u.SecurityStamp).SingleAsync());
}

public sealed class AccessOnSqlite() : AccessTests(DatabaseKind.Sqlite);

public sealed class AccessOnPostgreSql() : AccessTests(DatabaseKind.PostgreSql);
