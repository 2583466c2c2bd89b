using System.Net;
using Ephyto.AdminConsole.Features.Letters.Emails;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Links;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Letters;

/// <summary>
/// The contact point without an account: from the public page by the message to the letter, in a browser without JavaScript.
/// </summary>
public sealed partial class ContactPointLetterTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private Guid _nppo;
    private Actor _officer = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_nppo, _) = await Host.OrganizationAsync("CI");
        _officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
    }

    [Fact]
    public async Task The_contact_point_asks_by_the_link_and_downloads_by_another_one()
    {
        using var client = Host.CreateClient();
        var secret = await SendLinkAsync(client);
        await client.GetAsync($"/letters/request/{secret}");
        using var asked = await client.SendFormAsync("/letters/request", "request", ("Form.Language", Languages.French.Code),
            ("Form.Addressee", "Ministère du commerce"));
        Assert.Contains("The request is with the Secretariat", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var letter = Assert.Single(await LettersAsync());
        Assert.Equal((LetterStatus.Requested, ActorKind.ContactPoint, Languages.French, "Ministère du commerce"),
            (letter.Status, letter.AskedByKind, letter.Language, letter.Addressee));

        await Host.IssueAsync(letter.Id, _officer);
        var email = await Host.EmailAsync(LetterEmails.IssuedKind, letter.Id);
        Assert.Equal("ocp.ci@example.org", email.To);
        using var other = Host.CreateClient();
        await other.GetAsync($"/letters/download/{Host.SecretOf(email)}");
        Assert.Contains("EPH-2026-0001", await other.GetStringAsync("/letters/download"), StringComparison.Ordinal);
        using var file = await other.GetAsync("/letters/download/file");
        Assert.Equal(("application/pdf", "EPH-2026-0001-CI.pdf"),
            (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.FileName));
        Assert.Equal(await Host.FileOfAsync(letter.Id), await file.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Looking_changes_nothing_however_often_and_however_it_is_done()
    {
        using var first = Host.CreateClient();
        var secret = await SendLinkAsync(first);
        var before = await StateAsync();
        foreach (var (method, header) in new (HttpMethod, string?)[] { (HttpMethod.Head, null), (HttpMethod.Get, null),
            (HttpMethod.Get, "prefetch;prerender"), (HttpMethod.Head, null), (HttpMethod.Get, null) })
        {
            using var client = Host.CreateClient();
            using var request = new HttpRequestMessage(method, $"/letters/request/{secret}");
            if (header is not null) request.Headers.Add("Sec-Purpose", header);
            using var answer = await client.SendAsync(request);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/letters/request")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/letters/request?Form.Language=French&_handler=request")).StatusCode);
        }

        Assert.Equal(before, await StateAsync());
        Assert.Empty(await LettersAsync());
    }

    [Fact]
    public async Task A_form_without_its_token_asks_for_nothing()
    {
        using var client = Host.CreateClient();
        await client.GetAsync($"/letters/request/{await SendLinkAsync(client)}");
        using var answer = await client.PostAsync("/letters/request",
            new FormUrlEncodedContent([new("_handler", "request"), new("Form.Language", Languages.English.Code)]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await LettersAsync());
    }

    [Theory]
    [InlineData("GH")]
    [InlineData("AQ")]
    public async Task The_answer_is_the_same_whether_or_not_anybody_is_there(string country)
    {
        using var client = Host.CreateClient();
        var known = await AskCountryAsync(client, "CI");
        var unknown = await AskCountryAsync(client, country);

        Assert.Equal(Without(known, "Côte d’Ivoire"),
            Without(unknown, Host.Get<AdminConsole.Platform.Countries.CountryCatalogue>().NameOf(country, "en")));
        Assert.Single(await EmailsAsync());
    }

    [Fact]
    public async Task Nobody_is_flooded_and_a_trap_filled_in_sends_nothing()
    {
        using var client = Host.CreateClient();
        for (var again = 0; again < 5; again++) await AskCountryAsync(client, "CI");
        Assert.Single(await EmailsAsync());
        Host.Time.Advance(TimeSpan.FromMinutes(16));
        await AskCountryAsync(client, "CI", "I am a program");
        Assert.Single(await EmailsAsync());

        await AskCountryAsync(client, "CI");
        Assert.Equal(2, (await EmailsAsync()).Count);
        Assert.Single(await EmailsAsync(), email => email.State == EmailState.Queued);
    }

    [Fact]
    public async Task A_suspended_organization_gets_no_link()
    {
        await Host.StoreAsync(async db =>
        {
            (await db.Set<Nppo>().SingleAsync(nppo => nppo.Id == _nppo)).Suspend("Why", Actor.System, Host.Now());
            return await db.SaveChangesAsync();
        });
        using var client = Host.CreateClient();
        await AskCountryAsync(client, "CI");
        Assert.Empty(await EmailsAsync());
    }

    [Fact]
    public async Task The_link_asks_once_and_then_shows_what_became_of_it()
    {
        using var client = Host.CreateClient();
        await client.GetAsync($"/letters/request/{await SendLinkAsync(client)}");
        using var taken = await client.SendFormAsync("/letters/request", "request", ("Form.Language", Languages.English.Code));
        using var cancelled = await client.SendFormAsync("/letters/request", "cancel");

        var page = await client.GetStringAsync("/letters/request");
        Assert.Contains("Taken back", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Form.Addressee", page, StringComparison.Ordinal);
        Assert.Equal(LetterStatus.Cancelled, Assert.Single(await LettersAsync()).Status);
    }

    [Fact]
    public async Task An_addressee_that_cannot_be_written_is_told_beside_the_field_and_the_link_still_works()
    {
        using var client = Host.CreateClient();
        await client.GetAsync($"/letters/request/{await SendLinkAsync(client)}");
        using var refused = await client.SendFormAsync("/letters/request", "request", ("Form.Language", Languages.English.Code),
            ("Form.Addressee", "贸易部"));
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Contains("Latin, Greek or Cyrillic", page, StringComparison.Ordinal);
        Assert.Contains("value=\"贸易部\"", page, StringComparison.Ordinal);

        using var asked = await client.SendFormAsync("/letters/request", "request", ("Form.Language", Languages.English.Code));
        Assert.Single(await LettersAsync());
    }

    private static string Without(string page, string country)
    {
        var main = WebUtility.HtmlDecode(page);
        return main[main.IndexOf("<h1", StringComparison.Ordinal)..main.IndexOf("</main>", StringComparison.Ordinal)].Replace(country, "",
            StringComparison.Ordinal);
    }

    private async Task<string> SendLinkAsync(HttpClient client)
    {
        await AskCountryAsync(client, "CI");
        return Host.SecretOf((await EmailsAsync())[^1]);
    }

    private static async Task<string> AskCountryAsync(HttpClient client, string country, string extra = "")
    {
        using var answer = await client.SendFormAsync("/letters/ask", "ask", ("Form.Country", country), ("Form.Extra", extra));
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<List<OutgoingEmail>> EmailsAsync() =>
        [.. (await Host.EmailsAboutAsync(_nppo)).Where(email => email.Kind == LetterEmails.LinkKind)];

    private Task<List<ParticipationLetter>> LettersAsync() =>
        Host.StoreAsync(db => db.Set<ParticipationLetter>().AsNoTracking().ToListAsync());

    private async Task<string> StateAsync()
    {
        var links = await Host.StoreAsync(db => db.Set<AccessLink>().AsNoTracking().OrderBy(link => link.Id).ToListAsync());
        return string.Join('|', links.Select(link => $"{link.Id} {link.UsedAt} {link.RevokedAt}")) + (await EmailsAsync()).Count;
    }
}
