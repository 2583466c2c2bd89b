using System.Net;
using Ephyto.AdminConsole.Features.Serving.Emails;
using Ephyto.AdminConsole.Features.Serving.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Serving;

public sealed partial class ServedCountryPageTests
{
    [Theory]
    [InlineData(true, "Today ePhytos of your country are exchanged by SADC regional system, since Wednesday 1 January 2020")]
    [InlineData(false, "The organization of your country prepares a way of its own: National system")]
    public async Task Who_is_asked_reads_what_the_confirmation_replaces(bool isLive, string words)
    {
        var (french, _) = await Host.ConfirmedNppoAsync("FR", Given.Awa with { Email = "fr@example.org" });
        if (isLive)
        {
            await Host.ChangeAsync(french, nppo =>
            {
                Assert.True(nppo.ChangeSystem(Ephyto.Domain.Registrations.ExchangeSystem.ThroughAnotherSystem,
                    new("SADC regional system", new(2020, 1, 1), true, true), Guid.NewGuid(), Host.Now()).IsSuccess);
                Assert.True(nppo.GoLive(Actor.System, Host.Now()).IsSuccess);
            });
        }

        using var browser = Host.CreateClient();
        var tab = await OpenAsync(browser, ServingEmails.AskedKind);
        Assert.Contains(words, string.Concat(tab.Text.Where(sign => sign is not ('\u2068' or '\u2069'))), StringComparison.Ordinal);

        await tab.SendAsync("\"confirm\"", Read);
        Assert.DoesNotContain("What the confirmation replaces", tab.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task That_the_hub_has_suspended_the_organization_stands_before_the_answer_and_after_it(bool isConfirmed)
    {
        if (isConfirmed) await Host.ConfirmedAsync(_asked.Id);
        await Host.StoreAsync(db => db.Set<Nppo>().Where(one => one.Id == _nppo)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Status, NppoStatus.Suspended)));
        using var browser = Host.CreateClient();

        var tab = await OpenAsync(browser, isConfirmed ? ServingEmails.LinkKind : ServingEmails.AskedKind);

        Assert.Contains("The Hub has suspended this organization", tab.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("as soon as its organization is live", tab.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_the_country_keeps_its_contact_point_its_letters_and_its_history_stands_as_long_as_it_is_served()
    {
        const string Keeps = "keeps its contact point, its letters and its history";
        await Host.ConfirmedAsync(_asked.Id);
        using var browser = Host.CreateClient();
        var tab = await OpenAsync(browser, ServingEmails.LinkKind);
        Assert.Contains(Keeps, tab.Text, StringComparison.Ordinal);

        await tab.SendAsync("\"end\"", ("Ended.Day", DateOnly.FromDateTime(Host.Now()).ToString("yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture)), ("Ended.Words", "Our own system."));

        Assert.Equal(ServingState.Ended, await StateAsync());
        Assert.DoesNotContain(Keeps, tab.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_confirmed_before_the_contact_point_says_that_it_has_read_it()
    {
        using var browser = Host.CreateClient();
        var tab = await OpenAsync(browser, ServingEmails.AskedKind);

        await tab.SendAsync("\"confirm\"");

        Assert.Contains("Tick that you have read", tab.Text, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"read-error\"", tab.Text, StringComparison.Ordinal);
        Assert.Equal(ServingState.Asked, await StateAsync());
        await tab.SendAsync("\"confirm\"", Read);
        Assert.Equal(ServingState.Confirmed, await StateAsync());
    }

    [Fact]
    public async Task What_the_connection_does_more_is_agreed_to_on_the_page_that_ends_it()
    {
        await Host.ConfirmedAsync(_asked.Id);
        await SendsAsync(false);
        using var browser = Host.CreateClient();
        Assert.DoesNotContain("Agree to what", (await OpenAsync(browser, ServingEmails.LinkKind)).Text, StringComparison.Ordinal);
        await Host.StoreAsync(db => db.Set<ServedCountry>().ExecuteUpdateAsync(set => set.SetProperty(one => one.AgreedSends, false)));
        await SendsAsync(true);
        var tab = await OpenAsync(browser, ServingEmails.LinkKind);
        Assert.Contains("Not before the contact point agrees", tab.Text, StringComparison.Ordinal);
        Assert.Contains("End it with notice", tab.Text, StringComparison.Ordinal);

        Assert.Contains("The connection does more now than you have agreed to", tab.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("It agreed to more", tab.Text, StringComparison.Ordinal);
        var late = await new Tab(browser).GoToAsync(tab.Address.PathAndQuery);

        await tab.SendAsync("\"confirm\"", Read);

        Assert.Contains("Your answer is noted.", tab.Text, StringComparison.Ordinal);
        Assert.Contains("It agreed to more", tab.Text, StringComparison.Ordinal);
        Assert.Equal(Host.Now(), (await Host.ServingAsync(_asked.Id)).AgreedAt);
        Assert.DoesNotContain("Not before the contact point agrees", tab.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Agree to what", tab.Text, StringComparison.Ordinal);
        Assert.Equal(new ServedExchange(true, true), (await Host.ServingAsync(_asked.Id)).Agreed);
        await late.SendAsync("\"confirm\"", Read);
        Assert.DoesNotContain("This link was used already", late.Text, StringComparison.Ordinal);

        Task SendsAsync(bool sends) => Host.StoreAsync(async db =>
        {
            var connection = await db.Set<Connection>().SingleAsync(one => one.Id == _connection);
            Assert.True(connection.Change(connection.Settings with { Send = sends }, _boss.Id, Host.Now()).IsSuccess);
            return await db.SaveChangesAsync();
        });
    }
}
