using Ephyto.AdminConsole.Components.Nppos.UseCases;
using Ephyto.AdminConsole.Features.Nppos.Own.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Tests.Features.Nppos.Own;

public abstract class ViewNppoTests(DatabaseKind kind) : UseCaseTests(kind)
{
    [Fact]
    public async Task A_member_sees_the_organization_its_contact_and_how_many_administer_it()
    {
        var (nppo, contact) = await Host.ConfirmedNppoAsync();
        var viewer = await Host.ActiveMemberAsync(nppo.Id, NppoRole.Viewer, "viewer@example.org");
        await Host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "boss@example.org");

        var view = (await ViewAsync(nppo.Id, viewer)).Value;

        Assert.Equal((nppo.Id, NppoStatus.Onboarding, contact.Id), (view.Nppo.Id, view.Nppo.Status, view.Contact!.Id));
        Assert.Equal((1, 1, false), (view.Administrators, view.InvitedAdministrators, view.MayInvite));
    }

    [Fact]
    public async Task A_stranger_sees_nothing_and_the_hub_sees_everything()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        var (foreign, _) = await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" });
        var stranger = await Host.ActiveMemberAsync(foreign.Id, NppoRole.Administrator, "stranger@example.org");
        var auditor = await Host.AppointAsync(HubRole.Auditor);

        Assert.Equal(AccessErrors.NotAllowed, (await ViewAsync(nppo.Id, stranger)).Error);
        Assert.Equal(AccessErrors.NotAllowed, (await ViewAsync(nppo.Id, Actor.Anonymous)).Error);
        Assert.False((await ViewAsync(nppo.Id, auditor)).Value.MayInvite);
    }

    [Fact]
    public async Task One_has_the_organizations_of_which_one_is_a_member_now()
    {
        var (nppo, invited) = await Host.ConfirmedNppoAsync();
        var viewer = await Host.ActiveMemberAsync(nppo.Id, NppoRole.Viewer, "viewer@example.org");

        var mine = Assert.Single(await Host.Get<ListMyNppos>().HandleAsync(viewer, CancellationToken.None));
        Assert.Equal((nppo.Id, "CI", NppoRole.Viewer), (mine.NppoId, mine.CountryCode, mine.Role));
        Assert.Empty(await Host.Get<ListMyNppos>().HandleAsync(Actor.Invitee(invited.Id), CancellationToken.None));
        Assert.Empty(await Host.Get<ListMyNppos>().HandleAsync(Actor.Anonymous, CancellationToken.None));
    }

    private Task<Result<NppoView>> ViewAsync(Guid nppoId, Actor actor) =>
        Host.Get<ViewNppo>().HandleAsync(nppoId, actor, CancellationToken.None);
}

public sealed class ViewNppoOnSqlite() : ViewNppoTests(DatabaseKind.Sqlite);

public sealed class ViewNppoOnPostgreSql() : ViewNppoTests(DatabaseKind.PostgreSql);
