using Ephyto.AdminConsole.Components.Nppos.UseCases;
using Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Nppos.Staff;

/// <summary>A Hub administrator suspends an organization: its members lose every right at once, and have it back afterwards.</summary>
public abstract class SuspendNppoTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Nppo _nppo = null!;
    private Actor _hub = Actor.Anonymous;
    private Actor _boss = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo;
        _boss = await Host.ActiveMemberAsync(_nppo.Id, NppoRole.Administrator, "boss@example.org");
        await Host.ActiveMemberAsync(_nppo.Id, NppoRole.Viewer, "viewer@example.org");
        _hub = await Host.AppointAsync(HubRole.HubAdministrator, "Hub");
    }

    [Fact]
    public async Task Members_of_a_suspended_organization_are_refused_views_and_acts_and_the_hub_may_still_look()
    {
        Assert.Equal(NppoStatus.Suspended, (await SuspendAsync(_hub)).Value.Status);

        foreach (var permission in Enum.GetValues<Permission>())
            Assert.Equal(AccessErrors.NotAllowed, await RefuseAsync(_boss, permission));
        Assert.Empty(await Host.Get<ListMyNppos>().HandleAsync(_boss, CancellationToken.None));
        Assert.Null(await RefuseAsync(_hub, Permission.NppoView));
        Assert.Null(await RefuseAsync(_hub, Permission.MembersView));

        Assert.Equal(NppoStatus.Onboarding, (await ReactivateAsync(_hub)).Value.Status);
        Assert.Null(await RefuseAsync(_boss, Permission.MembersInvite));
        Assert.Single(await Host.Get<ListMyNppos>().HandleAsync(_boss, CancellationToken.None));
    }

    [Fact]
    public async Task The_active_administrators_are_told_each_in_their_language()
    {
        await Host.StoreAsync(db => db.Users.Where(u => u.Id == _boss.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.Language, "fr")));

        await SuspendAsync(_hub, "The certificate was stolen.");
        var email = Assert.Single(await EmailsAsync("nppo.suspended"), email => email.To == "boss@example.org");
        Assert.Equal(("boss@example.org", "fr", EmailState.Queued), (email.To, email.Language, email.State));
        Assert.Contains("The certificate was stolen.", email.Text, StringComparison.Ordinal);
        Assert.Contains("a été suspendue par le Hub", email.Subject, StringComparison.Ordinal);

        await ReactivateAsync(_hub);
        Assert.Contains("boss@example.org", (await EmailsAsync("nppo.reactivated")).Select(written => written.To));
        Assert.All(await EmailsAsync("nppo.suspended"), written => Assert.Equal(EmailState.Cancelled, written.State));
    }

    [Fact]
    public async Task Who_is_invited_to_administer_it_is_told_too_and_nobody_who_does_not()
    {
        await Host.AddAsync(
            Member.Invite(_nppo.Id, EmailAddress.TryParse("unnamed@example.org")!, "en", NppoRole.Administrator, _boss.Id, Host.Now()));
        await Host.AddAsync(
            Member.Invite(_nppo.Id, EmailAddress.TryParse("reader@example.org")!, "en", NppoRole.Viewer, _boss.Id, Host.Now()));

        Assert.Equal(3, (await SuspendAsync(_hub)).Value.Told);

        var emails = await EmailsAsync("nppo.suspended");
        Assert.Equal(["awa.kouassi@example.org", "boss@example.org", "unnamed@example.org"], emails.Select(email => email.To).Order());
        Assert.Contains("Dear Sir or Madam,", emails.Single(email => email.To == "unnamed@example.org").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reasons_outlast_the_suspension_and_the_end_each_with_who_gave_it()
    {
        await SuspendAsync(_hub, "The certificate was stolen.");
        Host.Time.Advance(TimeSpan.FromDays(1));
        await ReactivateAsync(_hub);
        Host.Time.Advance(TimeSpan.FromDays(1));
        await SuspendAsync(_hub, "Stolen again.");
        await Host.Get<CloseNppo>()
            .HandleAsync(new(_nppo.Id, await Host.SeenAsync(_nppo.Id), "The ministry was dissolved."), _hub, CancellationToken.None);

        var changes = (await Host.Get<ViewNppoDossier>().HandleAsync(_nppo.Id, _hub, CancellationToken.None)).Value.Changes;

        Assert.Equal(
            [
                (NppoStatus.Suspended, NppoStatus.Closed, "The ministry was dissolved."),
                (NppoStatus.Onboarding, NppoStatus.Suspended, "Stolen again."),
                (NppoStatus.Suspended, NppoStatus.Onboarding, null),
                (NppoStatus.Onboarding, NppoStatus.Suspended, "The certificate was stolen."),
            ],
            changes.Select(line => (line.Change.From, line.Change.To, line.Change.Words)));
        Assert.All(changes, line => Assert.Equal("Hub", line.Who));
        Assert.Equal(Host.Now().AddDays(-2), changes[^1].Change.At);
    }

    [Theory]
    [InlineData(HubRole.SecretariatOfficer)]
    [InlineData(HubRole.Auditor)]
    public async Task Nobody_but_a_hub_administrator_suspends(HubRole role)
    {
        var officer = await Host.AppointAsync(role);

        foreach (var actor in new[] { officer, _boss, Actor.Anonymous, Actor.System })
        {
            Assert.Equal(AccessErrors.NotAllowed, (await SuspendAsync(actor)).Error);
            Assert.Equal(AccessErrors.NotAllowed, (await ReactivateAsync(actor)).Error);
        }
    }

    [Fact]
    public async Task Whose_role_was_taken_away_a_moment_ago_is_refused_with_the_page_still_open()
    {
        var other = await Host.AppointAsync(HubRole.HubAdministrator, "Other");
        var user = await Host.StoreAsync(db => db.Set<HubUser>().SingleAsync(u => u.UserId == _hub.Id));
        await Host.ChangeAsync(user, stored => Assert.True(stored.Suspend(other.Id, Host.Now()).IsSuccess));

        Assert.Equal(AccessErrors.NotAllowed, (await SuspendAsync(_hub)).Error);
    }

    [Fact]
    public async Task A_role_past_its_end_gives_nothing_even_before_the_clock_has_looked()
    {
        var other = await Host.AppointAsync(HubRole.HubAdministrator, "Other");
        var user = await Host.StoreAsync(db => db.Set<HubUser>().SingleAsync(u => u.UserId == _hub.Id));
        await Host.ChangeAsync(user,
            stored => Assert.True(stored.Assign(HubRole.HubAdministrator, Host.Now().AddDays(1), other.Id, Host.Now()).IsSuccess));
        Assert.Null(await RefuseAsync(_hub, Permission.NppoView));

        Host.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(AccessErrors.NotAllowed, (await SuspendAsync(_hub)).Error);
    }

    [Fact]
    public async Task What_cannot_be_is_said()
    {
        Assert.Equal(AccessErrors.NotFound,
            (await Host.Get<SuspendNppo>().HandleAsync(new(Guid.NewGuid(), 0, "Why"), _hub, CancellationToken.None)).Error);
        Assert.Equal(NppoErrors.WordsNeeded, (await SuspendAsync(_hub, " ")).Error);
        Assert.Equal(NppoErrors.NotPossibleNow, (await ReactivateAsync(_hub)).Error);
    }

    [Fact]
    public async Task The_list_shows_each_organization_with_its_contact_and_finds_it_by_country_name_and_state()
    {
        await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" });
        await SuspendAsync(_hub);

        var all = (await ListAsync(new(null, null, 1))).Value;
        Assert.True(all.MayManage);
        Assert.Equal(["CI", "SN"], all.Page.Items.Select(row => row.Nppo.CountryCode));
        Assert.Equal([1, 0], all.Page.Items.Select(row => row.Administrators));
        Assert.Equal("awa.kouassi@example.org", all.Page.Items[0].Contact!.Email);
        Assert.Equal("SN", Assert.Single((await ListAsync(new("senegal", null, 1))).Value.Page.Items).Nppo.CountryCode);
        Assert.Equal("CI", Assert.Single((await ListAsync(new(null, NppoStatus.Suspended, 1))).Value.Page.Items).Nppo.CountryCode);
        Assert.Equal(2, (await ListAsync(new("protection des VÉG", null, 1))).Value.Page.Total);
        Assert.Equal(AccessErrors.NotAllowed,
            (await Host.Get<ListNppos>().HandleAsync(new(null, null, 1), _boss, CancellationToken.None)).Error);
    }

    private Task<Result<NppoList>> ListAsync(ListNpposRequest request) =>
        Host.Get<ListNppos>().HandleAsync(request, _hub, CancellationToken.None);

    private async Task<Result<NppoActed>> SuspendAsync(Actor actor, string words = "Why") =>
        await Host.Get<SuspendNppo>().HandleAsync(new(_nppo.Id, await Host.SeenAsync(_nppo.Id), words), actor, CancellationToken.None);

    private async Task<Result<NppoActed>> ReactivateAsync(Actor actor) =>
        await Host.Get<ReactivateNppo>().HandleAsync(new(_nppo.Id, await Host.SeenAsync(_nppo.Id)), actor, CancellationToken.None);

    private Task<DomainError?> RefuseAsync(Actor actor, Permission permission) =>
        Host.StoreAsync(db => db.RefuseOnNppoAsync(actor, permission, _nppo.Id, CancellationToken.None));

    private Task<List<OutgoingEmail>> EmailsAsync(string kind) =>
        Host.StoreAsync(db => db.Set<OutgoingEmail>().Where(e => e.Kind == kind).ToListAsync());
}

public sealed class SuspendNppoOnSqlite() : SuspendNppoTests(DatabaseKind.Sqlite);

public sealed class SuspendNppoOnPostgreSql() : SuspendNppoTests(DatabaseKind.PostgreSql);
