using Ephyto.AdminConsole.Features.Serving.Emails;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Serving;

/// <content>What the hub decides of the serving organization is told to the countries that it serves.</content>
public abstract partial class ServingTests
{
    [Fact]
    public async Task A_suspension_and_its_end_are_told_to_the_contact_points_of_the_countries_that_are_served()
    {
        var (french, _) = await Host.ConfirmedNppoAsync("FR", Given.Awa with { Email = "first.fr@example.org" });
        await Host.ActiveMemberAsync(french.Id, NppoRole.Administrator, "boss.fr@example.org");
        var served = await ConfirmedAsync("FR");
        await AskedAsync("DE");

        await DecideAsync(nppo => nppo.Suspend("Their key was lost.", _hub, Host.Now()));

        var told = await EmailsAsync(ServingInterrupted.Name);
        Assert.Equal(["boss.fr@example.org", OfFrance], told.Select(email => email.To).Order(StringComparer.Ordinal));
        var letter = told.Single(email => email.To == OfFrance);
        Assert.Equal(("fr", EmailState.Queued), (letter.Language, letter.State));
        Assert.StartsWith("Interrompue", letter.Subject, StringComparison.Ordinal);
        Assert.Contains("Le Hub a suspendu", letter.Text, StringComparison.Ordinal);
        Assert.Matches(@"Envoie\s*:?\s*Non", letter.Text);
        // Why it was suspended concerns its own people.
        Assert.DoesNotContain("Their key was lost.", letter.Text, StringComparison.Ordinal);
        Assert.Equal(ServingState.Confirmed, (await Host.ServingAsync(served)).State);

        await DecideAsync(nppo => nppo.Reactivate(_hub, Host.Now()));

        // Nobody reads first that it stopped when it goes on already.
        Assert.All(await EmailsAsync(ServingInterrupted.Name), email => Assert.Equal(EmailState.Cancelled, email.State));
        var lifted = await EmailsAsync(ServingResumed.Name);
        Assert.Equal(["boss.fr@example.org", OfFrance], lifted.Select(email => email.To).Order(StringComparer.Ordinal));
        Assert.Matches(@"Envoie\s*:?\s*Oui", lifted.Single(email => email.To == OfFrance).Text);
        Assert.Equal(
            [ServingInterrupted.Name, ServingResumed.Name],
            await Host.StoreAsync(db => db.Set<AuditEntry>().Where(entry => entry.SubjectId == served
                && (entry.Code == ServingInterrupted.Name || entry.Code == ServingResumed.Name)).OrderBy(entry => entry.Sequence)
                .Select(entry => entry.Code).ToListAsync()));
    }

    [Fact]
    public async Task Before_it_is_live_nothing_stops_and_when_it_becomes_live_the_exchange_is_told_to_have_begun()
    {
        await Host.StoreAsync(db => db.Set<Nppo>().Where(one => one.Id == _nppo)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Status, NppoStatus.Testing)));
        var agreed = await Host.EmailAsync(ServingEmails.LinkKind, await ConfirmedAsync("FR"));
        Assert.StartsWith("Accord donné", agreed.Subject, StringComparison.Ordinal);
        Assert.Matches(@"Envoie\s*:?\s*Oui, dès que l’organisation est en service", agreed.Text);
        await AskedAsync("DE");

        await DecideAsync(nppo => nppo.Suspend("Their key was lost.", _hub, Host.Now()));
        await DecideAsync(nppo => nppo.Reactivate(_hub, Host.Now()));
        Assert.Empty(await EmailsAsync(ServingInterrupted.Name));
        Assert.Empty(await EmailsAsync(ServingResumed.Name));

        await DecideAsync(nppo => nppo.GoLive(_hub, Host.Now()));

        var begun = Assert.Single(await EmailsAsync(ServingBegun.Name));
        Assert.Equal((OfFrance, "fr"), (begun.To, begun.Language));
        Assert.Contains("est en service", begun.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_organization_is_closed_the_served_side_is_told_why_it_ends_and_led_to_a_page_of_its_own()
    {
        var (french, _) = await Host.ConfirmedNppoAsync("FR", Given.Awa with { Email = "first.fr@example.org" });
        await Host.ActiveMemberAsync(french.Id, NppoRole.Administrator, "boss.fr@example.org");
        await ConfirmedAsync("FR");

        await DecideAsync(nppo => nppo.Close("Their request.", _hub, Host.Now()));

        var told = await EmailsAsync(ServingEnded.Name);
        Assert.All(told, email => Assert.Matches("n’est plus membre du Hub|membership of that organization .* has ended", email.Text));
        Assert.Contains("nppo/integration?nppo=FR", told.Single(email => email.To == "boss.fr@example.org").Text, StringComparison.Ordinal);
        // Who closed it, and whose membership has ended, know it: they are not told once more for each country.
        Assert.Equal(["boss.fr@example.org", OfFrance], told.Select(email => email.To).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_a_country_that_is_no_longer_served_today_and_of_a_connection_that_does_nothing_nothing_is_told()
    {
        var served = await ConfirmedAsync("FR");
        await ConfirmedAsync("DE");
        Assert.True((await EndAsync(served, Today.AddDays(10), _boss)).IsSuccess);
        Host.Time.Advance(TimeSpan.FromDays(10));

        await DecideAsync(nppo => nppo.Suspend("Their key was lost.", _hub, Host.Now()));
        Assert.Equal("contact.de@example.org", Assert.Single(await EmailsAsync(ServingInterrupted.Name)).To);

        await Host.StoreAsync(async db =>
        {
            (await db.Set<Connection>().SingleAsync(c => c.Id == _connection)).Change(ConnectionSettings.Nothing, _boss.Id, Host.Now());
            return await db.SaveChangesAsync();
        });
        await DecideAsync(nppo => nppo.Reactivate(_hub, Host.Now()));
        Assert.Empty(await EmailsAsync(ServingResumed.Name));
    }

    private Task<int> DecideAsync(Func<Nppo, Result> decide) => Host.StoreAsync(async db =>
    {
        Assert.Null(decide(await db.Set<Nppo>().SingleAsync(one => one.Id == _nppo)).Error?.Sentence);
        return await db.SaveChangesAsync();
    });
}
