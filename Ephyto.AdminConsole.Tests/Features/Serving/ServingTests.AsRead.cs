using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Participation.UseCases;
using Ephyto.AdminConsole.Features.Serving.Emails;
using Ephyto.AdminConsole.Features.Serving.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Serving;

public abstract partial class ServingTests
{
    [Fact]
    public async Task Nobody_confirms_another_exchange_than_the_one_that_was_read()
    {
        var asked = await AskedAsync("FR");
        var link = await LinkAsync(ServingEmails.AskedKind, asked);

        foreach (var seen in new[] { null, new ServedExchange(Sends: true, Receives: false), ExchangeAsRead.Read("1"),
            ExchangeAsRead.Read("12") })
            Assert.Equal(ServingErrors.ConnectionChanged, (await AnswerAsync(link, seen)).Error);
        Assert.Equal(ServingErrors.NotRead,
            (await Host.Get<ConfirmServing>().HandleAsync(new(link, ServingWorld.Seen, HasRead: false), default)).Error);
        Assert.Equal(ServingState.Asked, (await Host.ServingAsync(asked)).State);

        var read = ExchangeAsRead.Read(ExchangeAsRead.Write(ServingWorld.Seen));
        Assert.Equal(ServingState.Confirmed, (await Host.Get<ConfirmServing>().HandleAsync(new(link, read, HasRead: true), default)).Value);
    }

    [Fact]
    public async Task Who_exchanges_by_itself_is_not_asked_and_confirms_nothing()
    {
        var asked = await AskedAsync("FR");
        await LiveAsync("FR");
        await LiveAsync("CH");

        Assert.Equal(
            ServingErrors.ExchangesItself, (await AnswerAsync(await LinkAsync(ServingEmails.AskedKind, asked), ServingWorld.Seen)).Error);
        Assert.Equal(ServingErrors.ExchangesItself, (await AskAsync("CH")).Value[0].Refusal);
        // Nor is it offered: the list says why.
        var choices = (await Host.Get<ViewServing>().HandleAsync(_nppo, _boss, default)).Value.Choices;
        Assert.Equal(ServingHindrance.ExchangesItself, choices.Single(choice => choice.Country.Code == "FR").Hindrance);
    }

    [Fact]
    public async Task Who_is_served_serves_nobody_and_nobody_serves_in_a_circle()
    {
        var (other, _) = await Host.ConfirmedNppoAsync("NZ", Given.Awa with { Email = "nz@example.org" });
        var boss = await Host.ActiveMemberAsync(other.Id, NppoRole.Administrator, "boss.nz@example.org");
        var connection = await ServingWorld.ConnectAsync(Host, other.Id);
        await AskedAsync("NZ");

        async Task<DomainError?> AskByOtherAsync(string country) =>
            (await Task.Run(() => Host.Get<AskCountries>().HandleAsync(new(other.Id, connection, [country]), boss, default)))
                .Value[0].Refusal;

        Assert.Equal(ServingErrors.IsServed, await AskByOtherAsync("FR"));
        Assert.Equal(ServingErrors.IsServed, await AskByOtherAsync("EU"));
    }

    [Fact]
    public async Task Who_agreed_is_told_what_the_connection_does_now_with_a_link_that_ends_it()
    {
        var served = await ConfirmedAsync("FR");
        var before = await LinkAsync(ServingEmails.LinkKind, served);
        await ChangeConnectionAsync(settings => settings with
        {
            Allowed = [.. settings.Allowed, new(PhytoType.Phytosanitary, PhytoStatus.Withdrawn)],
        });
        Assert.Equal(before, await LinkAsync(ServingEmails.LinkKind, served));

        await ChangeConnectionAsync(settings => settings with { Send = false, Receive = true });
        Assert.Equal(1, await TellChangesAsync());

        var link = await LinkAsync(ServingEmails.LinkKind, served);
        Assert.NotEqual(before, link);
        var told = await Host.EmailAsync(ServingEmails.LinkKind, served);
        Assert.Contains("ce qu’une connexion fait pour votre pays", told.Subject, StringComparison.Ordinal);
        Assert.Matches(@"Envoie\s*:\s*Non", told.Text);
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<AuditEntry>().CountAsync(entry => entry.Code == ServingExchangeChanged.Name)));
        Assert.Equal(ServingState.Ending, (await Host.Get<EndServingByLink>().HandleAsync(
            new(link, (await Host.ServingAsync(served)).Version, Today.AddDays(1), "Not what we agreed."), default)).Value);
    }

    [Fact]
    public async Task A_connection_that_does_more_counts_for_no_more_than_was_agreed_until_the_contact_point_agrees_to_it()
    {
        var (receiving, sending) = (ServingWorld.Sending with { Send = false }, ServingWorld.Sending with { Receive = false });
        await ChangeConnectionAsync(receiving);
        var asked = await AskedAsync("FR");
        Assert.True((await Host.Get<ConfirmServing>().HandleAsync(
            new(await LinkAsync(ServingEmails.AskedKind, asked), ServedExchange.Of(receiving), HasRead: true), default)).IsSuccess);
        Assert.Equal((false, true), (await Host.ParticipationOfAsync("FR")).Exchanges);
        var (french, _) = await Host.ConfirmedNppoAsync("FR", Given.Awa with { Email = "fr@example.org" });
        var reader = await Host.ActiveMemberAsync(french.Id, NppoRole.Administrator, "boss.fr@example.org");

        await ChangeConnectionAsync(ServingWorld.Sending);
        Assert.Equal(1, await TellChangesAsync());

        Assert.Equal((false, true), (await Host.ParticipationOfAsync("FR")).Exchanges);
        Assert.True((await ViewAsync(_nppo, _boss)) is { Serves: [var row] } view && view.AsksMore(row));
        Assert.True((await ViewAsync(french.Id, reader)).ServedBy!.AsksMore);
        var told = await Host.EmailAsync(ServingEmails.LinkKind, asked);
        Assert.Contains("La connexion fait plus que ce à quoi vous avez donné votre accord", told.Text, StringComparison.Ordinal);
        Assert.Matches(@"Envoie\s*:\s*Pas avant l’accord", told.Text);
        var toServed = Assert.Single(await EmailsAsync(ServingChangeTold.Name));
        Assert.Equal("boss.fr@example.org", toServed.To);
        Assert.Contains("The official contact point of your country was told", toServed.Text, StringComparison.Ordinal);
        // Who does something else with it keeps what was agreed.
        await ChangeConnectionAsync(sending);
        Assert.Equal((ParticipationState.Onboarding, null), await StateAsync("FR"));
        await ChangeConnectionAsync(ServingWorld.Sending);

        var link = await LinkAsync(ServingEmails.LinkKind, asked);
        Assert.Equal(ServingErrors.ConnectionChanged, (await Host.Get<ConfirmServing>().HandleAsync(
            new(link, ServedExchange.Of(sending), HasRead: true), default)).Error);
        Assert.Equal(ServingState.Confirmed, (await Host.Get<ConfirmServing>().HandleAsync(
            new(link, ServingWorld.Seen, HasRead: true), default)).Value);

        Assert.Equal((true, true), (await Host.ParticipationOfAsync("FR")).Exchanges);
        Assert.False((await ViewAsync(french.Id, reader)).ServedBy!.AsksMore);
        var agreed = await EmailsAsync(ServingExchangeAgreed.Name);
        Assert.All(agreed, email => Assert.StartsWith("Agreed: what a connection does", email.Subject, StringComparison.Ordinal));
        Assert.Superset(
            new HashSet<string>(["boss.eu@example.org", "boss.fr@example.org"]), agreed.Select(email => email.To).ToHashSet());
        // What ends it is in the newest message.
        Assert.Equal(ServingErrors.NotPossibleNow, (await Host.Get<ConfirmServing>().HandleAsync(
            new(await LinkAsync(ServingEmails.LinkKind, asked), ServingWorld.Seen, HasRead: true), default)).Error);

        async Task<ServingView> ViewAsync(Guid nppo, Actor actor) =>
            (await Host.Get<ViewServing>().HandleAsync(nppo, actor, default)).Value;
    }

    [Fact]
    public async Task Who_is_set_live_at_the_same_instant_is_not_served_too()
    {
        var link = await LinkAsync(ServingEmails.AskedKind, await AskedAsync("FR"));
        var (french, _) = await Host.ConfirmedNppoAsync("FR", Given.Awa with { Email = "fr@example.org" });
        await using var db = await Host.Get<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync();
        await using var transaction = await db.LockNppoAsync(french.Id, default);
        var nppo = await db.Set<Nppo>().SingleAsync(one => one.Id == french.Id);
        nppo.StartTesting(Actor.System, Host.Now());
        nppo.GoLive(Actor.System, Host.Now());
        await db.SaveChangesAsync();

        var answering = Task.Run(() => AnswerAsync(link, ServingWorld.Seen));
        if (db.LetsManyWrite()) await WaitingForTheLockAsync();
        await transaction.CommitAsync();

        Assert.Equal(ServingErrors.ExchangesItself, (await answering).Error);

        async Task WaitingForTheLockAsync()
        {
            // Until then it has not looked.
            for (var waits = 0; waits == 0 && !answering.IsCompleted; await Task.Yield())
                waits = await db.Database.SqlQuery<int>(
                    $"""
                    SELECT count(*)::int AS "Value" FROM pg_locks JOIN pg_database ON pg_database.oid = database
                    WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()
                    """).SingleAsync();
        }
    }

    private Task<Result<ServingState>> AnswerAsync(Guid link, ServedExchange? read) =>
        Host.Get<ConfirmServing>().HandleAsync(new(link, read, HasRead: true), default);

    private async Task ChangeConnectionAsync(Func<ConnectionSettings, ConnectionSettings> change) => await Host.StoreAsync(async db =>
    {
        var connection = await db.Set<Connection>().SingleAsync(one => one.Id == _connection);
        Assert.True(connection.Change(change(connection.Settings), _boss.Id, Host.Now()).IsSuccess);
        return await db.SaveChangesAsync();
    });

    private async Task LiveAsync(string country)
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync(country, Given.Awa with { Email = $"{country}@example.org".ToLowerInvariant() });
        await Host.ChangeAsync(nppo, one =>
        {
            one.StartTesting(Actor.System, Host.Now());
            one.GoLive(Actor.System, Host.Now());
        });
    }
}
