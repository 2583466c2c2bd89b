using Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;
using Ephyto.AdminConsole.Features.People.Invitations.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Nppos.Staff;

/// <summary>The end of a membership: for good, with a reason, told to its administrators.</summary>
public abstract class CloseNppoTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Nppo _nppo = null!;
    private Actor _hub = Actor.Anonymous;
    private Actor _boss = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo;
        _boss = await Host.ActiveMemberAsync(_nppo.Id, NppoRole.Administrator, "boss@example.org");
        _hub = await Host.AppointAsync(HubRole.HubAdministrator, "Hub");
    }

    [Fact]
    public async Task Nobody_of_it_acts_any_more_and_its_administrators_read_why()
    {
        Assert.Equal(new NppoActed(NppoStatus.Closed, 2), (await CloseAsync(_hub, "The ministry was dissolved.")).Value);

        Assert.Equal(AccessErrors.NotAllowed,
            (await Host.Get<AdminConsole.Features.People.Members.UseCases.ListMembers>().HandleAsync(new(_nppo.Id), _boss, default)).Error);
        var emails = await Host.StoreAsync(db => db.Set<OutgoingEmail>().Where(e => e.Kind == "nppo.closed").OrderBy(e => e.To)
            .ToListAsync());
        Assert.Equal([("awa.kouassi@example.org", "fr"), ("boss@example.org", "en")], emails.Select(email => (email.To, email.Language)));
        Assert.All(emails, email => Assert.Contains("The ministry was dissolved.", email.Text, StringComparison.Ordinal));
        Assert.Equal(NppoErrors.NotPossibleNow,
            (await Host.Get<ReactivateNppo>().HandleAsync(new(_nppo.Id, await Host.SeenAsync(_nppo.Id)), _hub, default)).Error);
    }

    [Fact]
    public async Task The_country_may_register_again()
    {
        await CloseAsync(_hub, "Why");

        var (again, _) = await Host.ConfirmedNppoAsync(representative: Given.Awa with { Email = "successor@example.org" });

        Assert.NotEqual(_nppo.Id, again.Id);
        Assert.Equal(2, (await Host.Get<ListNppos>().HandleAsync(new("ivoire", null, 1), _hub, default)).Value.Page.Total);
    }

    [Fact]
    public async Task Who_was_invited_or_asked_to_join_waits_no_longer()
    {
        var invited = Member.Invite(_nppo.Id, EmailAddress.TryParse("invited@example.org")!, "en", NppoRole.Viewer, _boss.Id, Host.Now());
        var asking = Member.AskToJoin(_nppo.Id, new PersonDetails("", "Kofi", "Mensah", "", ""),
            EmailAddress.TryParse("asking@example.org")!, "en", "Please", Host.Now()).Value;
        await Host.AddAsync(invited, asking);

        await CloseAsync(_hub, "Why");

        var states = await Host.StoreAsync(db => db.Set<Member>().Where(m => m.Id == invited.Id || m.Id == asking.Id)
            .ToDictionaryAsync(m => m.Id, m => m.Status));
        Assert.Equal((MemberStatus.Cancelled, MemberStatus.Refused), (states[invited.Id], states[asking.Id]));
    }

    [Fact]
    public async Task The_initial_administrator_is_invited_no_longer_and_what_waited_to_be_sent_is_not_sent()
    {
        var confirmation = await Host.EmailAsync("member.registration-confirmed", _nppo.TechnicalContactId!.Value);
        var link = await Host.LinkOfAsync(confirmation);

        await CloseAsync(_hub, "Why");

        Assert.Equal(MemberStatus.Cancelled,
            await Host.StoreAsync(db => db.Set<Member>().Where(m => m.Id == _nppo.TechnicalContactId).Select(m => m.Status).SingleAsync()));
        Assert.Equal(EmailState.Cancelled, (await Host.EmailAsync("member.registration-confirmed", _nppo.TechnicalContactId.Value)).State);
        Assert.Equal(LinkState.Revoked,
            (await Host.CallAsync<ViewInvitation, Result<InvitationView>>(view => view.HandleAsync(link, default))).Value.Link);
    }

    [Fact]
    public async Task Where_nobody_administers_it_nobody_is_told()
    {
        await Host.StoreAsync(db => db.Set<Member>().Where(m => m.NppoId == _nppo.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, MemberStatus.Left)));

        Assert.Equal(0, (await CloseAsync(_hub, "Why")).Value.Told);
    }

    [Fact]
    public async Task Who_decided_on_what_is_no_longer_true_is_refused_and_nothing_is_done()
    {
        var seen = await Host.SeenAsync(_nppo.Id);
        await Host.ChangeAsync(_nppo, stored => stored.StartTesting(Actor.System, Host.Now()));

        Assert.Equal(AccessErrors.ChangedMeanwhile,
            (await Host.Get<CloseNppo>().HandleAsync(new(_nppo.Id, seen, "Why"), _hub, default)).Error);
        Assert.Equal(AccessErrors.ChangedMeanwhile,
            (await Host.Get<SuspendNppo>().HandleAsync(new(_nppo.Id, seen, "Why"), _hub, default)).Error);
        Assert.Equal(AccessErrors.ChangedMeanwhile,
            (await Host.Get<ReactivateNppo>().HandleAsync(new(_nppo.Id, seen), _hub, default)).Error);
        Assert.Equal(NppoStatus.Testing, (await Host.Get<ViewNppoDossier>().HandleAsync(_nppo.Id, _hub, default)).Value.Row.Nppo.Status);
    }

    [Fact]
    public async Task It_needs_a_reason_and_a_hub_administrator()
    {
        Assert.Equal(NppoErrors.WordsNeeded, (await CloseAsync(_hub, " ")).Error);
        foreach (var actor in new[] { _boss, Actor.Anonymous, await Host.AppointAsync(HubRole.SecretariatOfficer),
            await Host.AppointAsync(HubRole.Auditor, "Auditor") })
            Assert.Equal(AccessErrors.NotAllowed, (await CloseAsync(actor, "Why")).Error);
        Assert.Equal(NppoStatus.Onboarding, (await Host.Get<ViewNppoDossier>().HandleAsync(_nppo.Id, _hub, default)).Value.Row.Nppo.Status);
    }

    [Fact]
    public async Task Closed_and_suspended_at_the_same_instant_one_of_them_is_refused()
    {
        var seen = await Host.SeenAsync(_nppo.Id);
        var outcomes = await Task.WhenAll(
            Task.Run(() => Host.Get<CloseNppo>().HandleAsync(new(_nppo.Id, seen, "Why"), _hub, default)),
            Task.Run(() => Host.Get<SuspendNppo>().HandleAsync(new(_nppo.Id, seen, "Why"), _hub, default)));

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
        Assert.Equal(AccessErrors.ChangedMeanwhile, Assert.Single(outcomes, outcome => !outcome.IsSuccess).Error);
    }

    [Fact]
    public async Task The_file_shows_the_people_and_when_they_last_signed_in()
    {
        var at = Host.Now();
        await Host.StoreAsync(db => db.Users.Where(u => u.Id == _boss.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.LastSignInAt, at)));

        var file = (await Host.Get<ViewNppoDossier>().HandleAsync(_nppo.Id, _hub, default)).Value;

        Assert.Equal((1, at), (file.Row.Administrators, file.Row.LastSignInAt));
        Assert.Equal(at, file.People.Single(person => person.Member.UserId == _boss.Id).LastSignInAt);
        foreach (var role in (HubRole[])[HubRole.SecretariatOfficer, HubRole.Auditor])
        {
            var reader = await Host.AppointAsync(role, $"Reader {role}");
            var read = (await Host.Get<ViewNppoDossier>().HandleAsync(_nppo.Id, reader, default)).Value;
            Assert.All(read.People, person => Assert.Null(person.LastSignInAt));
        }

        Assert.Single(file.Registrations);
        Assert.Equal(AccessErrors.NotFound, (await Host.Get<ViewNppoDossier>().HandleAsync(Guid.NewGuid(), _hub, default)).Error);
    }

    private async Task<Result<NppoActed>> CloseAsync(Actor actor, string words) =>
        await Host.Get<CloseNppo>().HandleAsync(new(_nppo.Id, await Host.SeenAsync(_nppo.Id), words), actor, default);
}

public sealed class CloseNppoOnSqlite() : CloseNppoTests(DatabaseKind.Sqlite);

public sealed class CloseNppoOnPostgreSql() : CloseNppoTests(DatabaseKind.PostgreSql);
