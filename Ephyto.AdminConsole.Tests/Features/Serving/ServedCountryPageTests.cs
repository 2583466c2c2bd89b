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

/// <summary>The page behind the link of a contact point, in a browser without JavaScript.</summary>
public sealed partial class ServedCountryPageTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private static readonly (string, string) Read = ("Confirmed.Read", "true");

    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Guid _connection;
    private ServedCountry _asked = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_nppo, _boss, _connection) = await Host.ServingOrganizationAsync();
        await Host.AddAsync(ServingWorld.Contact("FR", "contact.fr@example.org", Host.Now()));
        _asked = await Host.AskedAsync(_nppo, _boss, _connection, "FR");
    }

    [Fact]
    public async Task Opening_the_link_does_nothing_and_pressing_confirms_once()
    {
        using var browser = Host.CreateClient();
        using (var head = new HttpRequestMessage(HttpMethod.Head, $"/served-country/{await SecretAsync(ServingEmails.AskedKind)}"))
            Assert.Equal(HttpStatusCode.OK, (await browser.SendAsync(head)).StatusCode);
        var tab = await OpenAsync(browser, ServingEmails.AskedKind);
        var (second, words) = (new Tab(browser), new Tab(browser));
        foreach (var other in new[] { second, words }) await other.GoToAsync(tab.Address.PathAndQuery);
        Assert.Equal(ServingState.Asked, await StateAsync());
        Assert.Contains("France", tab.Title, StringComparison.Ordinal);
        Assert.Contains("keeps its contact point, its letters and its history", tab.Text, StringComparison.Ordinal);
        Assert.Contains("Direction de la protection des végétaux", tab.Text, StringComparison.Ordinal);

        await tab.SendAsync("\"confirm\"", Read);

        Assert.Equal(ServingState.Confirmed, await StateAsync());
        Assert.Contains("The connection exchanges for the country.", tab.Text, StringComparison.Ordinal);
        Assert.Equal("A connection that exchanges for France", tab.Title);
        Assert.Contains("To end it later, use the newest link", tab.Text, StringComparison.Ordinal);
        Assert.Contains("Send a new link", tab.Text, StringComparison.Ordinal);
        await words.SendAsync("\"decline\"", ("Declined.Words", "Said too late."));
        Assert.Contains("What you typed was not taken", words.Text, StringComparison.Ordinal);
        Assert.Contains("Said too late.", words.Text, StringComparison.Ordinal);
        // A second press of the same button is answered by the outcome.
        await second.SendAsync("\"confirm\"", Read);
        Assert.Contains("The connection exchanges for the country.", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("This link was used already", second.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await Host.ServingAsync(_asked.Id)).Version - _asked.Version);
    }

    [Fact]
    public async Task A_refusal_without_a_reason_stays_at_its_field_and_one_pressed_too_late_says_so()
    {
        using var browser = Host.CreateClient();
        var tab = await OpenAsync(browser, ServingEmails.AskedKind);
        var late = await new Tab(browser).GoToAsync(tab.Address.PathAndQuery);

        await tab.SendAsync("\"decline\"", ("Declined.Words", " "));
        Assert.Contains("Say why.", tab.Text, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", tab.Text, StringComparison.Ordinal);
        Assert.Equal(ServingState.Asked, await StateAsync());
        await tab.SendAsync("\"decline\"", ("Declined.Words", new string('a', 2001)));
        Assert.Contains("longer than 2,000 characters", tab.Text, StringComparison.Ordinal);
        await tab.SendAsync("\"decline\"", ("Declined.Words", "We exchange by ourselves."));

        Assert.Equal(ServingState.Declined, await StateAsync());
        Assert.Contains("We exchange by ourselves.", tab.Text, StringComparison.Ordinal);
        await late.SendAsync("\"confirm\"", Read);
        Assert.Equal(ServingState.Declined, await StateAsync());
        Assert.Matches("(?s)This was not done.*This link was used already", late.Text);
        Assert.Matches("(?s)^(?!.*<dt>Sends).*The contact point has declined\\.", late.Text);
    }

    [Fact]
    public async Task What_was_typed_comes_back_when_the_message_is_no_longer_open_in_the_browser()
    {
        using var browser = Host.CreateClient();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var tab = await OpenAsync(browser, ServingEmails.AskedKind);
        Host.Time.Advance(TimeSpan.FromHours(13));

        await tab.SendAsync("\"decline\"", ("Declined.Words", "We exchange by ourselves."));

        Assert.Contains("We exchange by ourselves.", tab.Text, StringComparison.Ordinal);
        Assert.Equal("This message is no longer open in this browser", (await tab.FollowAsync("Open the page again")).Title);
        Assert.Equal(ServingState.Asked, await StateAsync());
    }

    [Fact]
    public async Task A_reader_of_another_language_changes_it_beside_what_is_typed_and_nothing_is_answered()
    {
        using var browser = Host.CreateClient();
        var tab = await OpenAsync(browser, ServingEmails.AskedKind);
        Assert.Matches("<html lang=\"en\"", tab.Text);
        Assert.Matches("<button[^>]* lang=\"fr\" dir=\"ltr\"[^>]*>Français<", tab.Text);

        await tab.SendByAsync("\"decline\"", "Français", ("Declined.Words", "Nous échangeons nous-mêmes."));

        Assert.Matches("<html lang=\"fr\"", tab.Text);
        Assert.Contains(">Nous échangeons nous-mêmes.</textarea>", tab.Text, StringComparison.Ordinal);
        Assert.Equal(ServingState.Asked, await StateAsync());
        // It is the language of what comes next, too.
        await tab.SendAsync("\"decline\"", ("Declined.Words", " "));
        Assert.Matches("<html lang=\"fr\"", tab.Text);
        Assert.Matches("aria-invalid=\"true\"", tab.Text);
    }

    [Fact]
    public async Task It_is_ended_with_a_day_and_a_reason_by_the_link_of_the_confirmation()
    {
        await Host.ConfirmedAsync(_asked.Id);
        using var browser = Host.CreateClient();
        var tab = await OpenAsync(browser, ServingEmails.LinkKind);

        await tab.SendAsync("\"end\"", ("Ended.Day", "31.12.2026"), ("Ended.Words", "Our own system."));
        Assert.Contains("today or later", tab.Text, StringComparison.Ordinal);
        await tab.SendAsync("\"end\"", ("Ended.Day", "2026-03-01"), ("Ended.Words", "Our own system."));
        Assert.Contains("today or later", tab.Text, StringComparison.Ordinal);
        Assert.Contains(">Our own system.</textarea>", tab.Text, StringComparison.Ordinal);
        await tab.SendAsync("\"end\"", ("Ended.Day", "2026-12-31"), ("Ended.Words", ""));
        Assert.Contains("Say why.", tab.Text, StringComparison.Ordinal);
        Assert.Equal(ServingState.Confirmed, await StateAsync());

        await tab.SendAsync("\"end\"", ("Ended.Day", "2026-12-31"), ("Ended.Words", "Our own system."));

        Assert.Equal(ServingState.Ending, await StateAsync());
        Assert.Contains("Notice is given.", tab.Text, StringComparison.Ordinal);
        Assert.Contains("31 December 2026", tab.Text, StringComparison.Ordinal);
        Assert.Contains("To bring the end forward, use the newest link that we have sent you", tab.Text, StringComparison.Ordinal);
        Assert.Contains("Ended.Day", (await OpenAsync(browser, ServingEmails.LinkKind)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_ends_it_has_read_the_notice_that_was_given_meanwhile()
    {
        var served = await Host.ConfirmedAsync(_asked.Id);
        using var browser = Host.CreateClient();
        var tab = await OpenAsync(browser, ServingEmails.LinkKind);
        Assert.True((await Host.Get<EndServing>().HandleAsync(
            new(SeenServing.Of(served), new(2026, 11, 30), "Our contract ends."), _boss, default)).IsSuccess);

        await tab.SendAsync("\"end\"", ("Ended.Day", "2026-06-30"), ("Ended.Words", "Our own system."));

        Assert.Contains("since this page was loaded", tab.Text, StringComparison.Ordinal);
        Assert.Contains("Our contract ends.", tab.Text, StringComparison.Ordinal);
        Assert.Contains(">Our own system.</textarea>", tab.Text, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 11, 30), (await Host.ServingAsync(_asked.Id)).EndsOn);
        Assert.Contains("notice is given already, and can only be brought forward", tab.Text, StringComparison.Ordinal);
        Assert.Contains("max=\"2026-11-29\"", tab.Text, StringComparison.Ordinal);

        await tab.SendAsync("\"end\"", ("Ended.Day", "2026-06-30"), ("Ended.Words", "Our own system."));
        Assert.Equal(new DateOnly(2026, 6, 30), (await Host.ServingAsync(_asked.Id)).EndsOn);
    }

    [Fact]
    public async Task What_is_agreed_with_an_organization_that_is_not_live_yet_is_not_told_as_done()
    {
        await Host.StoreAsync(db => db.Set<Nppo>().Where(one => one.Id == _nppo)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Status, NppoStatus.Testing)));
        using var browser = Host.CreateClient();
        var tab = await OpenAsync(browser, ServingEmails.AskedKind);
        Assert.Contains("As soon as the organization is live, the public list", tab.Text, StringComparison.Ordinal);

        await tab.SendAsync("\"confirm\"", Read);

        Assert.Equal("A connection that is to exchange for France", tab.Title);
        Assert.Contains("as soon as its organization is live", tab.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The connection exchanges for the country.", tab.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_that_open_nothing_are_answered_with_clear_pages()
    {
        using var browser = Host.CreateClient();
        await browser.GetAsync("/language/en");
        Assert.Equal("This link does not work", (await new Tab(browser).GoToAsync($"/served-country/{new string('A', 43)}")).Title);
        Assert.Contains("Please open the link in our message", (await new Tab(browser).GoToAsync("/served-country")).Text,
            StringComparison.Ordinal);
        var first = await SecretAsync(ServingEmails.AskedKind);
        var tab = await OpenAsync(browser, ServingEmails.AskedKind);
        using var stranger = Host.CreateClient();
        await stranger.GetAsync("/language/en");
        var forged = await new Tab(stranger).GoToAsync(tab.Address.PathAndQuery);
        Assert.Contains("Please open the link in our message", forged.Text, StringComparison.Ordinal);

        Host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await Host.CallAsync((AskCountryAgain again) => again.HandleAsync(SeenServing.Of(_asked), _boss, default))).IsSuccess);
        await tab.SendAsync("\"confirm\"", Read);
        Assert.Equal(ServingState.Asked, await StateAsync());
        Assert.Contains("a newer one took its place", (await new Tab(browser).GoToAsync($"/served-country/{first}")).Text,
            StringComparison.Ordinal);

        Assert.True((await Host.Get<WithdrawServing>().HandleAsync(
            SeenServing.Of(await Host.ServingAsync(_asked.Id)), _boss, default)).IsSuccess);
        Assert.Contains("The question was taken back.", (await new Tab(browser).GoToAsync($"/served-country/{first}")).Text,
            StringComparison.Ordinal);

        await Host.StoreAsync(async db =>
        {
            (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(
                db.Set<Ephyto.Domain.ContactPoints.ContactPoint>(), c => c.CurrentCountryCode == "FR")).End(Actor.System, Host.Now());
            return await db.SaveChangesAsync();
        });
        var gone = await new Tab(browser).GoToAsync($"/served-country/{first}");
        Assert.Contains("another contact point", gone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Direction de la protection", gone.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Allow", ServingState.Confirmed)]
    [InlineData("Countersign", ServingState.Asked)]
    public async Task Who_asked_does_not_answer_where_the_hub_does_not_allow_it(string rule, ServingState becomes)
    {
        await using var host = await ConsoleHost.StartAsync(
            settings: new Dictionary<string, string?> { ["Registration:SelfConfirmation"] = rule });
        var (nppo, boss, connection) = await host.ServingOrganizationAsync();
        await host.AddAsync(ServingWorld.Contact("FR", "BOSS.EU@example.org", host.Now()));
        var asked = await host.AskedAsync(nppo, boss, connection, "FR");
        using var browser = host.CreateClient();
        var secret = host.SecretOf(await host.EmailAsync(ServingEmails.AskedKind, asked.Id));
        var tab = await new Tab(browser).GoToAsync($"/served-country/{secret}");

        await tab.SendAsync("\"confirm\"", Read);

        var now = await host.ServingAsync(asked.Id);
        Assert.Equal((becomes, becomes == ServingState.Confirmed), (now.State, now.SelfConfirmed));
        Assert.Equal(becomes == ServingState.Asked, tab.Text.Contains("Nobody asks and answers at once", StringComparison.Ordinal));
    }

    private async Task<Tab> OpenAsync(HttpClient browser, string kind)
    {
        await browser.GetAsync("/language/en");
        return await new Tab(browser).GoToAsync($"/served-country/{await SecretAsync(kind)}");
    }

    private async Task<string> SecretAsync(string kind) => Host.SecretOf(await Host.EmailAsync(kind, _asked.Id));

    private async Task<ServingState> StateAsync() => (await Host.ServingAsync(_asked.Id)).State;
}
