using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Tests.Features.Registrations;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Platform.Refusals;

/// <summary>Somebody keeps the store to themselves: readers go on reading, and who writes is told so in time.</summary>
public abstract class BusyStoreTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Database:BusySeconds"] = "1", ["Logging:LogLevel:Default"] = "Warning" };

    [Fact]
    public async Task A_form_comes_back_with_what_was_typed()
    {
        await Host.AccountAsync("awa@example.org");
        using var client = await Host.SignedInAsync("awa@example.org");
        // Long enough that the session wants to be noted, which must not hold up anybody either.
        Host.Time.Advance(TimeSpan.FromMinutes(5));
        using var locked = LockedStore.Take(Host);
        var clock = Stopwatch.StartNew();
        using var answer = await client.SendFormAsync("/account/manage/profile", "profile", ("Form.Name", "Aïssatou Diallo"),
            ("Form.Language", "en"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("<h1><bdi>The console is busy</bdi></h1>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Aïssatou Diallo\"", page, StringComparison.Ordinal);
        Assert.Contains("Send again", page, StringComparison.Ordinal);
        // Who leaves the waiting to the driver waits longer, however slow the machine.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(25), $"{clock.Elapsed}");
    }

    [Fact]
    public Task A_decision_comes_back_with_its_words_and_goes_through_by_one_press_afterwards() =>
        DecideAsync(LockedStore.Take, HttpStatusCode.ServiceUnavailable);

    private protected async Task DecideAsync(Func<ConsoleHost, IDisposable> take, HttpStatusCode status)
    {
        var registrar = new Registrar(Host);
        var registration = await registrar.VerifiedAsync();
        using var client = Host.CreateClient();
        using var opened =
            await client.GetAsync(
                new Uri($"/contact-point/{await registrar.SecretOfAsync(registration.Id, EmailKinds.ContactPointRequest)}",
                    UriKind.Relative));
        var page = $"{opened.Headers.Location!.OriginalString}";
        var asking =
            await client.GetStringAsync(
                new Uri(page + (page.Contains('?', StringComparison.Ordinal) ? '&' : '?') + "step=ask", UriKind.Relative));
        string refused;
        using (take(Host))
        {
            using var answer = await SendAsync(client, FormIn(asking, "/ask"), ("words", "Who is “Awa”?"));
            refused = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.Equal(status, answer.StatusCode);
            Assert.Contains("Who is “Awa”?", WebUtility.HtmlDecode(refused), StringComparison.Ordinal);
            if (status != HttpStatusCode.ServiceUnavailable) return;
            Assert.NotNull(answer.Headers.RetryAfter);
            // The log names the page, never its address, which may hold a secret.
            Assert.Contains("POST /contact-point/ask could not be served", Host.Log.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("?link=", Host.Log.ToString(), StringComparison.Ordinal);
            Assert.Contains("<h1><bdi>La console est occupée</bdi></h1>", WebUtility.HtmlDecode(refused), StringComparison.Ordinal);
        }

        using var sent = await SendAsync(client, FormIn(refused, "/ask"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var stored = await Host.StoreAsync(db => db.Set<Registration>().AsNoTracking().SingleAsync(r => r.Id == registration.Id));
        Assert.Equal(RegistrationStatus.InformationRequested, stored.Status);
    }

    private static (string Action, List<KeyValuePair<string, string>> Fields) FormIn(string page, string action)
    {
        var form = Regex.Match(page, $"<form[^>]* action=\"(?<action>[^\"]*{action}[^\"]*)\".*?</form>", RegexOptions.Singleline);
        Assert.True(form.Success, page);
        return (WebUtility.HtmlDecode(form.Groups["action"].Value),
            [.. Regex.Matches(form.Value, "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
            .Select(field =>
                KeyValuePair.Create(WebUtility.HtmlDecode(field.Groups[1].Value), WebUtility.HtmlDecode(field.Groups[2].Value)))]);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, (string Action, List<KeyValuePair<string, string>> Fields) form, params (string Name, string Value)[] typed)
    {
        using var content =
            new FormUrlEncodedContent(form.Fields.Concat(typed.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        return await client.PostAsync(new Uri("/" + form.Action.TrimStart('.').TrimStart('/'), UriKind.Relative), content,
            TestContext.Current.CancellationToken);
    }
}

public sealed class BusyStoreOnSqlite() : BusyStoreTests(DatabaseKind.Sqlite);

public sealed class BusyStoreOnPostgreSql() : BusyStoreTests(DatabaseKind.PostgreSql)
{
    [Fact]
    public Task A_decision_comes_back_with_its_words_when_an_act_of_somebody_else_keeps_the_audit_trail() =>
        DecideAsync(LockedStore.TakeAuditTrail, HttpStatusCode.UnprocessableEntity);

    [Fact]
    public async Task A_session_that_stays_in_its_transaction_is_ended_by_the_database()
    {
        var limit =
            await Host.StoreAsync(
                db => db.Database.SqlQuery<string>($"SELECT current_setting('idle_in_transaction_session_timeout') AS \"Value\"")
                    .SingleAsync());

        Assert.Equal("1min", limit);
    }
}
