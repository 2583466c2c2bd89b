using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Components.Account;

/// <summary>A cookie is worth no more than its session, and says no more than the store.</summary>
public abstract class SessionTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const string Email = "awa@example.org";

    [Fact]
    public async Task An_ended_session_is_out_at_the_next_request_and_the_others_go_on()
    {
        var (user, here, there) = await TwoBrowsersAsync();
        var sessions = await SessionsAsync(user);
        Assert.Equal(2, sessions.Count);
        var there2 = sessions.OrderBy(s => s.CreatedAt).ThenBy(s => s.Id).Last();

        using var sent = await here.SendFormAsync("/account/manage/sessions", "sessions", ("Form.SessionId", there2.Id.ToString()));

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.True(await here.IsSignedInAsync());
        Assert.False(await there.IsSignedInAsync());
        Assert.Contains("account.session-ended",
            await Host.StoreAsync(db => db.Set<AuditEntry>().Where(e => e.SubjectId == user.Id).Select(e => e.Code).ToListAsync()));
    }

    [Fact]
    public async Task Signing_out_elsewhere_ends_all_others()
    {
        var (user, here, there) = await TwoBrowsersAsync();
        using var third = await Host.SignedInAsync(Email);

        using var sent = await here.SendFormAsync("/account/manage/sessions", "sessions", ("Form.Others", "true"));

        Assert.True(await here.IsSignedInAsync());
        Assert.False(await there.IsSignedInAsync());
        Assert.False(await third.IsSignedInAsync());
        Assert.Single(await SessionsAsync(user));
    }

    [Fact]
    public async Task Who_was_signed_out_elsewhere_reads_why_on_the_sign_in_page()
    {
        var (_, here, there) = await TwoBrowsersAsync();
        (await here.SendFormAsync("/account/manage/sessions", "sessions", ("Form.Others", "true"))).Dispose();

        using var led = await there.GetAsync(new Uri("/account/manage", UriKind.Relative));

        Assert.EndsWith("account/sign-in?returnUrl=%2Faccount%2Fmanage&done=ended-elsewhere", led.Headers.Location!.OriginalString,
            StringComparison.Ordinal);
        Assert.Contains("your session was ended from another browser", await there.GetStringAsync(led.Headers.Location),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_asks_for_its_session_hears_why_it_is_over()
    {
        var (user, _, there) = await TwoBrowsersAsync();
        await Host.StoreAsync(async db =>
        {
            foreach (var session in await db.Set<UserSession>().Where(s => s.UserId == user.Id).ToListAsync())
                session.End(SessionEnd.CredentialChanged, Actor.User(user.Id), Host.Now());
            return await db.SaveChangesAsync();
        });

        Assert.Equal("credential-changed", (await there.GetFromJsonAsync<JsonElement>(Session)).GetProperty("why").GetString());
    }

    [Fact]
    public async Task Every_reason_has_its_sentence_in_both_languages_and_nothing_else_is_said()
    {
        using var reader = Host.CreateClient();
        foreach (var language in new[] { "en", "fr" })
        {
            reader.DefaultRequestHeaders.Remove("Accept-Language");
            reader.DefaultRequestHeaders.Add("Accept-Language", language);
            foreach (var code in SessionOver.Codes)
            {
                var page = await reader.GetStringAsync(new Uri($"/account/sign-in?done={code}", UriKind.Relative));
                Assert.Contains(language == "en" ? "You were signed out because" : "Vous avez été déconnecté parce que",
                    System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
            }
        }

        Assert.DoesNotContain("Over_", await reader.GetStringAsync(new Uri("/account/sign-in?done=call-us-at-once", UriKind.Relative)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        var (user, here, _) = await TwoBrowsersAsync();
        var stranger = Actor.User((await Host.AccountAsync("stranger@example.org")).Id);
        var session = (await SessionsAsync(user))[0];

        var refused = await Host.Get<EndSessions>().HandleAsync(new EndSessionsRequest(session.Id, null), stranger, CancellationToken.None);

        Assert.Equal(AccessErrors.NotFound, refused.Error);
        Assert.True(await here.IsSignedInAsync());
        Assert.Equal(AccessErrors.NotAllowed,
            (await Host.Get<EndSessions>().HandleAsync(new EndSessionsRequest(null, null), Actor.Anonymous, CancellationToken.None)).Error);
    }

    [Fact]
    public async Task A_cookie_copied_before_the_sign_out_is_worth_nothing()
    {
        await Host.AccountAsync(Email);
        using var client = Host.CreateClient();
        using var signedIn = await client.SendFormAsync("/account/sign-in", "sign-in", ("Form.Email", Email),
            ("Form.Password", Given.Password));
        var cookie = signedIn.Headers.GetValues("Set-Cookie")
            .Single(value => value.StartsWith("ephyto-session=", StringComparison.Ordinal)).Split(';')[0];
        using var thief = Host.CreateClient();
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.True(await thief.IsSignedInAsync());

        (await client.SignOutAsync()).Dispose();

        Assert.False(await thief.IsSignedInAsync());
    }

    [Fact]
    public async Task It_ends_when_nothing_is_done_for_an_hour_and_after_twelve_hours_in_any_case()
    {
        await Host.AccountAsync(Email);
        using var idle = await Host.SignedInAsync(Email);
        Host.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.True(await idle.IsSignedInAsync());
        Host.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.False(await idle.IsSignedInAsync());

        using var busy = await Host.SignedInAsync(Email);
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromHours(11.5); passed += TimeSpan.FromMinutes(30))
        {
            Host.Time.Advance(TimeSpan.FromMinutes(30));
            Assert.True(await busy.IsSignedInAsync());
        }

        Host.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.False(await busy.IsSignedInAsync());
    }

    [Theory]
    [InlineData("/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("/_BLAZOR/negotiate?negotiateVersion=1")]
    public async Task A_circuit_that_connects_by_itself_is_no_sign_of_its_reader(string path)
    {
        await Host.AccountAsync(Email);
        using var client = await Host.SignedInAsync(Email);
        Host.Time.Advance(TimeSpan.FromMinutes(58));
        using var connected = await client.PostAsync(new Uri(path, UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.OK, connected.StatusCode);
        Assert.Equal(120, await SecondsLeftAsync(await client.GetAsync(Session)));
    }

    [Fact]
    public async Task Asking_how_long_it_lasts_does_not_prolong_it_and_staying_does()
    {
        await Host.AccountAsync(Email);
        using var client = await Host.SignedInAsync(Email);
        Host.Time.Advance(TimeSpan.FromMinutes(58));
        Assert.Equal(120, await SecondsLeftAsync(await client.GetAsync(Session)));
        Assert.Equal(3600, await SecondsLeftAsync(await client.PostAsync(Session, null)));

        using var foreign = new HttpRequestMessage(HttpMethod.Post, Session);
        foreign.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(foreign)).StatusCode);

        Host.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(0, await SecondsLeftAsync(await client.GetAsync(Session)));
    }

    [Fact]
    public async Task A_right_taken_away_is_not_in_the_cookie_at_the_next_request()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        var person = await Host.ActiveMemberAsync(nppo.Id, NppoRole.Viewer, Email);
        using var client = await Host.SignedInAsync(Email);
        Assert.Contains("href=\"nppo\"", await HomeAsync(client), StringComparison.Ordinal);

        await Host.StoreAsync(db => db.Set<Member>().Where(m => m.UserId == person.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, MemberStatus.Suspended)));

        Assert.DoesNotContain("href=\"nppo\"", await HomeAsync(client), StringComparison.Ordinal);
        Assert.True(await client.IsSignedInAsync());
    }

    [Fact]
    public async Task It_is_written_down_at_most_once_a_minute_that_somebody_was_seen()
    {
        var user = await Host.AccountAsync(Email);
        using var client = await Host.SignedInAsync(Email);
        var begun = (await SessionsAsync(user))[0].LastSeenAt;
        Host.Time.Advance(TimeSpan.FromSeconds(59));
        await client.IsSignedInAsync();
        Assert.Equal(begun, (await SessionsAsync(user))[0].LastSeenAt);

        Host.Time.Advance(TimeSpan.FromSeconds(1));
        await client.IsSignedInAsync();
        Assert.Equal(begun.AddMinutes(1), (await SessionsAsync(user))[0].LastSeenAt);
    }

    private static Uri Session => new("/account/session", UriKind.Relative);

    private static async Task<int> SecondsLeftAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("secondsLeft").GetInt32();

    private static Task<string> HomeAsync(HttpClient client) => client.GetStringAsync(new Uri("/guide", UriKind.Relative));

    private Task<IReadOnlyList<UserSession>> SessionsAsync(Ephyto.AdminConsole.Data.Identity.ConsoleUser user) =>
        Host.Get<ListSessions>().HandleAsync(Actor.User(user.Id), CancellationToken.None);

    private async Task<(Ephyto.AdminConsole.Data.Identity.ConsoleUser User, HttpClient Here, HttpClient There)> TwoBrowsersAsync()
    {
        var user = await Host.AccountAsync(Email);
        var here = await Host.SignedInAsync(Email);
        Host.Time.Advance(TimeSpan.FromSeconds(1));
        return (user, here, await Host.SignedInAsync(Email));
    }
}

public sealed class SessionOnSqlite() : SessionTests(DatabaseKind.Sqlite);

public sealed class SessionOnPostgreSql() : SessionTests(DatabaseKind.PostgreSql);
