using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.People.Members;

/// <summary>What time does to members by itself.</summary>
public abstract class MemberClockTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Actor _guest = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
        _guest = await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "guest@example.org");
    }

    [Fact]
    public async Task An_invitation_expires_a_while_after_its_link_and_can_be_made_again()
    {
        Assert.True((await InviteAsync()).IsSuccess);
        Host.Time.Advance(TimeSpan.FromDays(13));
        Assert.Equal(0, await TickAsync());
        Host.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, await TickAsync());

        var expired =
            Assert.Single(
                (await Host.Get<ListMembers>()
                    .HandleAsync(new(_nppo, Status: MemberStatus.Expired), _boss, CancellationToken.None)).Value.Members.Items);
        Assert.Equal("late@example.org", expired.Member.Email);
        Assert.Equal(0, await TickAsync());
        Assert.True((await InviteAsync()).IsSuccess);
    }

    [Fact]
    public async Task The_end_of_a_role_is_announced_once_by_two_nodes_and_then_comes()
    {
        await EndOnAsync(_guest, NppoRole.Viewer, 20);
        Host.Time.Advance(TimeSpan.FromDays(13));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(TickAsync)));

        Assert.Equal(["boss@example.org", "guest@example.org"],
            (await Host.EmailsAsync("member.role-end-reminded")).Select(email => email.To));
        Host.Time.Advance(TimeSpan.FromDays(8));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(TickAsync)));
        var ended = await Host.MemberOfAsync(_nppo, _guest);
        Assert.Equal((MemberStatus.Suspended, SuspensionReason.RoleEnded), (ended.Status, ended.SuspensionReason));
        Assert.Contains("Your role Viewer", Assert.Single(await Host.EmailsAsync("member.suspended")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_administrators_whose_roles_end_together_one_goes_on_until_there_is_another()
    {
        var deputy = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "deputy@example.org");
        await EndOnAsync(_boss, NppoRole.Administrator, 1, deputy);
        await EndOnAsync(deputy, NppoRole.Administrator, 1, _boss);
        Host.Time.Advance(TimeSpan.FromDays(2));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(TickAsync)));

        var members = new[] { await Host.MemberOfAsync(_nppo, _boss), await Host.MemberOfAsync(_nppo, deputy) };
        var held = Assert.Single(members, member => member is { Status: MemberStatus.Active, RoleEndNotice: RoleEndNotice.Held });
        Assert.Single(members, member => member.Status == MemberStatus.Suspended);
        Assert.Equal(held.Email, Assert.Single(await Host.EmailsAsync("member.role-end-held")).To);
        Assert.Equal(0, await TickAsync());

        await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "third@example.org");
        Assert.Equal(1, await TickAsync());
        foreach (var person in new[] { _boss, deputy })
            Assert.Equal(MemberStatus.Suspended, (await Host.MemberOfAsync(_nppo, person)).Status);
    }

    [Fact]
    public async Task People_of_a_closed_organization_are_left_in_peace()
    {
        await EndOnAsync(_guest, NppoRole.Viewer, 8);
        await Host.StoreAsync(db => db.Set<Nppo>().Where(n => n.Id == _nppo)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.Status, NppoStatus.Closed)));

        Host.Time.Advance(TimeSpan.FromDays(3));
        Assert.Equal(0, await TickAsync());
        Host.Time.Advance(TimeSpan.FromDays(10));
        Assert.Equal(0, await TickAsync());
        Assert.Empty(await Host.EmailsAsync("member.role-end-reminded"));
    }

    private Task<int> TickAsync() => Host.Get<AdvanceMembers>().HandleAsync(CancellationToken.None);

    private Task<Result<Guid>> InviteAsync() =>
        Host.Get<InviteMember>().HandleAsync(new(_nppo, "late@example.org", NppoRole.Viewer, "en"), _boss, CancellationToken.None);

    private async Task EndOnAsync(Actor person, NppoRole role, int days, Actor? by = null)
    {
        var changed = await Host.Get<ChangeRole>().HandleAsync(
            new(await Host.SeenAsync(_nppo, person), role, DateOnly.FromDateTime(Host.Now()).AddDays(days)), by ?? _boss,
            CancellationToken.None);
        Assert.True(changed.IsSuccess, changed.Error?.Sentence);
    }
}

public sealed class MemberClockOnSqlite() : MemberClockTests(DatabaseKind.Sqlite);

public sealed class MemberClockOnPostgreSql() : MemberClockTests(DatabaseKind.PostgreSql);
