using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.People.Members;

/// <summary>An administrator leaves in good order.</summary>
public abstract class HandoverTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Actor _colleague = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        _nppo = nppo.Id;
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
        _colleague = await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "colleague@example.org");
        var self = await Host.MemberOfAsync(_nppo, _boss);
        await Host.ChangeAsync(nppo, stored => stored.HandOverTechnicalContact(self.Id, _boss.Id, Host.Now()));
    }

    [Fact]
    public async Task The_successor_administers_is_the_contact_and_the_leaver_is_gone()
    {
        var kept = (await InviteAsync("kept@example.org")).Value;
        var dropped = (await InviteAsync("dropped@example.org")).Value;
        var view = (await Host.Get<ViewHandover>().HandleAsync(_nppo, _boss, CancellationToken.None)).Value;
        Assert.True(view.IsTechnicalContact);
        Assert.Equal(["dropped@example.org", "kept@example.org"], view.Invitations.Select(member => member.Email));

        Assert.Equal(MemberStatus.Left, (await HandOverAsync(_boss, _colleague, dropped)).Value);

        var successor = await Host.MemberOfAsync(_nppo, _colleague);
        Assert.Equal((NppoRole.Administrator, MemberStatus.Active), (successor.Role, successor.Status));
        Assert.Equal(successor.Id,
            await Host.StoreAsync(db => db.Set<Nppo>().Where(n => n.Id == _nppo).Select(n => n.TechnicalContactId).SingleAsync()));
        Assert.Equal(MemberStatus.Left, (await Host.MemberOfAsync(_nppo, _boss)).Status);
        Assert.Equal((MemberStatus.Invited, MemberStatus.Cancelled), (await StatusAsync(kept), await StatusAsync(dropped)));
        Assert.Contains(await Host.EmailsAsync("nppo.technical-contact-passed"), mail => mail.To == "colleague@example.org");
        Assert.Equal("colleague@example.org", Assert.Single(await Host.EmailsAsync("member.role-changed")).To);
        Assert.Equal("boss@example.org", Assert.Single(await Host.EmailsAsync("member.left")).To);
    }

    [Fact]
    public async Task Without_a_fit_successor_nothing_changes()
    {
        var (foreign, _) = await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" });
        var stranger = await Host.ActiveMemberAsync(foreign.Id, NppoRole.Administrator, "stranger@example.org");
        var seen = await Host.SeenAsync(_nppo, _colleague);

        Assert.Equal(MemberErrors.NoSuccessor, (await HandOverAsync(_boss, await Host.SeenAsync(foreign.Id, stranger))).Error);
        Assert.Equal(MemberErrors.NoSuccessor, (await HandOverAsync(_boss, await Host.SeenAsync(_nppo, _boss))).Error);
        Assert.Equal(AccessErrors.ChangedMeanwhile, (await HandOverAsync(_boss, seen with { Version = seen.Version - 1 })).Error);
        foreach (var actor in new[] { stranger, _colleague, Actor.Anonymous })
        {
            Assert.Equal(AccessErrors.NotAllowed, (await HandOverAsync(actor, seen)).Error);
            Assert.Equal(AccessErrors.NotAllowed, (await Host.Get<ViewHandover>().HandleAsync(_nppo, actor, CancellationToken.None)).Error);
        }

        Assert.Equal(NppoRole.Viewer, (await Host.MemberOfAsync(_nppo, _colleague)).Role);
        Assert.Equal(MemberStatus.Active, (await Host.MemberOfAsync(_nppo, _boss)).Status);
    }

    private async Task<Result<MemberStatus>> HandOverAsync(Actor actor, Actor successor, params Guid[] cancelled) =>
        await HandOverAsync(actor, await Host.SeenAsync(_nppo, successor), cancelled);

    private Task<Result<MemberStatus>> HandOverAsync(Actor actor, SeenMember successor, params Guid[] cancelled) =>
        Host.Get<HandOver>().HandleAsync(new(_nppo, successor, cancelled), actor, CancellationToken.None);

    private Task<Result<Guid>> InviteAsync(string email) =>
        Host.Get<InviteMember>().HandleAsync(new(_nppo, email, NppoRole.Viewer, "en"), _boss, CancellationToken.None);

    private Task<MemberStatus> StatusAsync(Guid id) =>
        Host.StoreAsync(db => db.Set<Member>().Where(m => m.Id == id).Select(m => m.Status).SingleAsync());
}

public sealed class HandoverOnSqlite() : HandoverTests(DatabaseKind.Sqlite);

public sealed class HandoverOnPostgreSql() : HandoverTests(DatabaseKind.PostgreSql);
