using Ephyto.AdminConsole.Features.Serving.Emails;
using Ephyto.AdminConsole.Features.Serving.UseCases;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Links;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Serving;

/// <summary>
/// An organization names countries, their contact points answer by link, either side ends it; and what everybody sees of it.
/// </summary>
public abstract partial class ServingTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const string OfFrance = "contact.fr@example.org";

    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Guid _connection;
    private Actor _hub = Actor.Anonymous;

    private DateOnly Today => DateOnly.FromDateTime(Host.Now());

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_nppo, _boss, _connection) = await Host.ServingOrganizationAsync();
        _hub = await Host.AppointAsync(HubRole.HubAdministrator);
        await Host.AddAsync(ServingWorld.Contact("FR", OfFrance, Host.Now(), language: "fr"),
            ServingWorld.Contact("DE", "contact.de@example.org", Host.Now()));
    }

    [Fact]
    public async Task Each_country_named_is_asked_by_itself_in_the_language_of_its_contact_and_those_that_cannot_be_are_named()
    {
        await Host.AddAsync(
            ServingWorld.Contact("FO", "contact.fo@example.org", Host.Now(), ContactPointKind.LocalContact));

        var asked = await AskAsync("FR", "DE", "EU", "FO", "IT", "ZZ", "FR", "AQ");

        Assert.Equal(
            [("FR", null), ("DE", null), ("EU", ServingErrors.Itself), ("FO", ServingErrors.NoOfficialContact),
                ("IT", ServingErrors.NoOfficialContact)],
            asked.Value.Select(one => (one.Country, one.Refusal)));
        var email = await EmailToAsync(OfFrance);
        Assert.Equal("fr", email.Language);
        Assert.Contains("Une connexion peut-elle échanger", email.Subject, StringComparison.Ordinal);
        Assert.Contains("garde son point de contact", email.Text, StringComparison.Ordinal);
        Assert.Matches(@"Auteur de la demande\s*:?\s*\S", email.Text);
        Assert.True(email.CarriesSecret);
        Assert.Equal("en", (await EmailToAsync("contact.de@example.org")).Language);
        Assert.Equal(ServingErrors.CountryNeeded, (await AskAsync("ZZ")).Error);
        Assert.Equal(ServingErrors.Taken, (await AskAsync("FR")).Value[0].Refusal);
    }

    [Fact]
    public async Task A_connection_of_others_or_one_by_which_nothing_is_exchanged_serves_nobody()
    {
        var asked = await Host.Get<AskCountries>().HandleAsync(new(_nppo, Guid.NewGuid(), ["FR"]), _boss, default);
        Assert.Equal(AccessErrors.NotFound, asked.Value[0].Refusal);
        await Host.StoreAsync(async db =>
        {
            (await db.Set<Connection>().SingleAsync(c => c.Id == _connection)).Change(
                ConnectionSettings.Nothing, Guid.NewGuid(), Host.Now());
            return await db.SaveChangesAsync();
        });

        Assert.Equal(ServingErrors.ConnectionNotSet, (await AskAsync("FR")).Value[0].Refusal);
    }

    [Fact]
    public async Task Two_who_name_the_same_country_at_once_ask_its_contact_point_once()
    {
        var other = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "second.eu@example.org");

        var asked = await Task.WhenAll(
            AskAsync("FR"), Task.Run(() => Host.Get<AskCountries>().HandleAsync(new(_nppo, _connection, ["FR"]), other, default)));

        Assert.Single(asked, one => one.Value[0].Refusal is null);
        Assert.Contains(asked.Single(one => one.Value[0].Refusal is not null).Value[0].Refusal,
            new[] { ServingErrors.Taken, AccessErrors.ChangedMeanwhile, AccessErrors.Busy });
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<OutgoingEmail>().CountAsync(email => email.To == OfFrance)));
    }

    [Fact]
    public async Task Two_organizations_that_name_the_same_country_at_once_do_not_both_get_it()
    {
        var (other, _) = await Host.ConfirmedNppoAsync("CH", Given.Awa with { Email = "first.ch@example.org" });
        var boss = await Host.ActiveMemberAsync(other.Id, NppoRole.Administrator, "boss.ch@example.org");
        var connection = await ServingWorld.ConnectAsync(Host, other.Id);

        var asked = await Task.WhenAll(
            AskAsync("FR"), Task.Run(() => Host.Get<AskCountries>().HandleAsync(new(other.Id, connection, ["FR"]), boss, default)));

        Assert.Single(asked, one => one.Value[0].Refusal is null);
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<ServedCountry>().CountAsync()));
    }

    [Fact]
    public async Task Of_two_answers_at_once_one_counts()
    {
        var asked = await AskedAsync("FR");
        var link = await LinkAsync(ServingEmails.AskedKind, asked);

        var answers = await Task.WhenAll(
            Task.Run(() => Host.Get<ConfirmServing>().HandleAsync(new(link, ServingWorld.Seen, HasRead: true), default)),
            Task.Run(() => Host.Get<DeclineServing>().HandleAsync(new(link, "No."), default)));

        Assert.Single(answers, answer => answer.IsSuccess);
        var state = (await Host.ServingAsync(asked)).State;
        Assert.Equal(answers.Single(answer => answer.IsSuccess).Value, state);
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<Ephyto.Domain.Auditing.AuditEntry>().CountAsync(entry =>
            entry.Code == ServingConfirmed.Name || entry.Code == ServingDeclined.Name)));
    }

    [Fact]
    public async Task A_confirmation_is_told_to_both_sides_and_the_hub_and_the_contact_point_can_end_it_by_the_new_link()
    {
        var (french, _) = await Host.ConfirmedNppoAsync("FR", Given.Awa with { Email = "first.fr@example.org" });
        await Host.ActiveMemberAsync(french.Id, NppoRole.Administrator, "boss.fr@example.org");
        var asked = await AskedAsync("FR");
        var first = await LinkAsync(ServingEmails.AskedKind, asked);

        Assert.Equal(ServingState.Confirmed, (await Host.ConfirmedAsync(asked)).State);

        var officer = (await Host.StoreAsync(db => db.Users.SingleAsync(user => user.Id == _hub.Id))).Email!;
        Assert.Equal(new[] { "boss.eu@example.org", "boss.fr@example.org", officer }.Order(StringComparer.Ordinal),
            (await EmailsAsync(ServingConfirmed.Name)).Select(email => email.To).Order(StringComparer.Ordinal));
        Assert.Equal(french.Id, (await Host.ServingAsync(asked)).ServedNppoId);
        var link = await LinkAsync(ServingEmails.LinkKind, asked);
        Assert.NotEqual(first, link);
        var version = (await Host.ServingAsync(asked)).Version;
        // The first one is used up: it ends nothing.
        Assert.Equal(LinkErrors.NotUsable,
            (await Host.Get<EndServingByLink>().HandleAsync(new(first, version, Today, "Over."), default)).Error);

        Assert.Equal(ServingState.Ending, (await Host.Get<EndServingByLink>().HandleAsync(
            new(link, version, Today.AddDays(30), "A system of our own."), default)).Value);

        var told = Assert.Single(await EmailsAsync(ServingNoticeGiven.Name), email => email.To == "boss.eu@example.org");
        Assert.Contains("A system of our own.", told.Text, StringComparison.Ordinal);
        var notice = await Host.EmailAsync(ServingEmails.LinkKind, asked);
        Assert.StartsWith("Préavis", notice.Subject, StringComparison.Ordinal);
        Assert.Contains("A system of our own.", notice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await EmailsAsync(ServingNoticeGiven.Name), email => email.To == OfFrance);
        Assert.Equal(LinkErrors.NotUsable,
            (await Host.Get<EndServingByLink>().HandleAsync(new(link, version, Today, "Again."), default)).Error);
        // The newest message brings the end forward.
        Assert.Equal(ServingState.Ended, (await Host.Get<EndServingByLink>().HandleAsync(
            new(await LinkAsync(ServingEmails.LinkKind, asked), (await Host.ServingAsync(asked)).Version, Today, "At once."),
            default)).Value);
    }

    [Fact]
    public async Task Notice_ends_it_when_its_day_has_come_and_the_country_can_be_named_again()
    {
        var served = await ConfirmedAsync("FR");
        Assert.True((await EndAsync(served, Today.AddDays(10), _boss)).IsSuccess);
        Assert.Equal(0, await Host.Get<AdvanceServings>().HandleAsync(default));
        Assert.Equal("EU", (await Host.ParticipationOfAsync("FR")).Through?.Connection);
        Assert.Equal(ServingErrors.Taken, (await AskAsync("FR")).Value[0].Refusal);

        Host.Time.Advance(TimeSpan.FromDays(10));
        // What everybody sees does not wait for the clock.
        Assert.Null((await Host.ParticipationOfAsync("FR")).Through);
        Assert.Equal(1, await Host.Get<AdvanceServings>().HandleAsync(default));

        Assert.Equal((ServingState.Ended, ServingSide.ServingOrganization),
            ((await Host.ServingAsync(served)).State, (await Host.ServingAsync(served)).EndedBy));
        Assert.Contains(await EmailsAsync(ServingEnded.Name), email => email.To == OfFrance);
        Assert.Empty(await OpenLinksAsync(served));
        Assert.Null((await AskAsync("FR")).Value[0].Refusal);
    }

    [Fact]
    public async Task The_hub_ends_it_too_and_who_looks_at_something_older_is_asked_to_look_again()
    {
        var served = await ConfirmedAsync("FR");
        var seen = SeenServing.Of(await Host.ServingAsync(served));
        Assert.True((await EndAsync(served, Today.AddDays(10), _boss)).IsSuccess);

        Assert.Equal(AccessErrors.ChangedMeanwhile,
            (await Host.Get<EndServing>().HandleAsync(new(seen, Today, "Over."), _hub, default)).Error);
        Assert.True((await EndAsync(served, Today, _hub)).IsSuccess);

        Assert.Equal(ServingSide.Hub, (await Host.ServingAsync(served)).EndedBy);
        var stranger = await Host.ActiveMemberAsync(
            (await Host.ConfirmedNppoAsync("CH", Given.Awa with { Email = "ch@example.org" })).Nppo.Id, NppoRole.Administrator,
            "boss.ch@example.org");
        Assert.Equal(AccessErrors.NotAllowed,
            (await Host.Get<EndServing>().HandleAsync(new(seen, Today, "Over."), stranger, default)).Error);
    }

    [Fact]
    public async Task A_question_taken_back_is_told_to_the_contact_point_and_its_link_answers_nothing()
    {
        var asked = await AskedAsync("FR");
        var link = await LinkAsync(ServingEmails.AskedKind, asked);

        var seen = SeenServing.Of(await Host.ServingAsync(asked));
        Assert.True((await Host.Get<WithdrawServing>().HandleAsync(seen, _boss, default)).IsSuccess);

        Assert.Equal(LinkErrors.NotUsable, (await AnswerAsync(link, ServingWorld.Seen)).Error);
        Assert.Contains(await EmailsAsync(ServingWithdrawn.Name), email => email.To == OfFrance);
        Assert.Equal(EmailState.Cancelled, (await Host.EmailAsync(ServingEmails.AskedKind, asked)).State);
    }

    private Task<Result<IReadOnlyList<AskedCountry>>> AskAsync(params string[] countries) =>
        Task.Run(() => Host.Get<AskCountries>().HandleAsync(new(_nppo, _connection, countries), _boss, default));

    private async Task<Guid> AskedAsync(string country) => (await Host.AskedAsync(_nppo, _boss, _connection, country)).Id;

    private async Task<Guid> ConfirmedAsync(string country) => (await Host.ConfirmedAsync(await AskedAsync(country))).Id;

    private async Task<Result<Guid>> EndAsync(Guid serving, DateOnly day, Actor actor) => await Host.Get<EndServing>()
        .HandleAsync(new(SeenServing.Of(await Host.ServingAsync(serving)), day, "We end it."), actor, default);

    private async Task<Guid> LinkAsync(string kind, Guid serving) => await Host.LinkOfAsync(await Host.EmailAsync(kind, serving));

    private Task<OutgoingEmail> EmailToAsync(string to) =>
        Host.StoreAsync(db => db.Set<OutgoingEmail>().AsNoTracking().SingleAsync(email => email.To == to));

    private Task<List<OutgoingEmail>> EmailsAsync(string kind) =>
        Host.StoreAsync(db => db.Set<OutgoingEmail>().AsNoTracking().Where(email => email.Kind == kind).ToListAsync());

    private Task<List<AccessLink>> OpenLinksAsync(Guid serving) => Host.StoreAsync(async db =>
        (await db.Set<AccessLink>().AsNoTracking().Where(link => link.SubjectId == serving).ToListAsync())
            .FindAll(link => link.StateAt(Host.Now()) == LinkState.Open));
}

public sealed class ServingOnSqlite() : ServingTests(DatabaseKind.Sqlite);

public sealed class ServingOnPostgreSql() : ServingTests(DatabaseKind.PostgreSql);
