using System.Net;
using Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.DomainModel.Registrations;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Links;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Registrations;

/// <summary>What mail scanners and browsers do with a link before a person presses a button.</summary>
public sealed class LinkOpeningTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private Registrar Registrar => field ??= new Registrar(Host);

    [Fact]
    public async Task Looking_changes_nothing_however_often_and_however_it_is_done()
    {
        var registration = await Registrar.VerifiedAsync();
        var path = $"/contact-point/{await Registrar.SecretOfAsync(registration.Id, EmailKinds.ContactPointRequest)}";
        var before = await StateAsync(registration.Id);
        foreach (var (method, header) in new (HttpMethod, string?)[]
        {
            (HttpMethod.Head, null), (HttpMethod.Get, null), (HttpMethod.Get, "prefetch"), (HttpMethod.Get, "prefetch;prerender"),
            (HttpMethod.Head, null), (HttpMethod.Get, null),
        })
        {
            using var client = Host.CreateClient();
            using var request = new HttpRequestMessage(method, path);
            if (header is not null) request.Headers.Add("Sec-Purpose", header);
            using var response = await client.SendAsync(request);
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect);
            foreach (var step in new[] { "", "?step=confirm", "?step=decline" })
            {
                using var page = await client.GetAsync("/contact-point" + step);
                Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            }
        }

        Assert.Equal(before, await StateAsync(registration.Id));
    }

    [Fact]
    public async Task The_first_look_swaps_the_secret_for_a_cookie_and_a_clean_address()
    {
        var registration = await Registrar.VerifiedAsync();
        var secret = await Registrar.SecretOfAsync(registration.Id, EmailKinds.ContactPointRequest);
        using var client = Host.CreateClient();
        using var response = await client.GetAsync($"/contact-point/{secret}");

        Assert.Matches("^/contact-point\\?link=[0-9a-f]{16}$", response.Headers.Location?.ToString());
        var cookies = string.Join('\n', response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookies, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(secret, cookies, StringComparison.Ordinal);
        var page = await client.GetStringAsync("/contact-point");
        Assert.Contains(registration.ComparisonCode, page, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_opens_in_the_contact_points_language_unless_the_browser_has_chosen()
    {
        var registration = await Registrar.VerifiedAsync();
        using var client = Host.CreateClient();
        await client.GetAsync($"/contact-point/{await Registrar.SecretOfAsync(registration.Id, EmailKinds.ContactPointRequest)}");
        Assert.Contains("<html lang=\"fr\"", await client.GetStringAsync("/contact-point"), StringComparison.Ordinal);
        await client.GetAsync("/language/en");
        Assert.Contains("<html lang=\"en\"", await client.GetStringAsync("/contact-point"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_without_the_antiforgery_token_is_refused()
    {
        var registration = await Registrar.VerifiedAsync();
        using var client = Host.CreateClient();
        await client.GetAsync($"/contact-point/{await Registrar.SecretOfAsync(registration.Id, EmailKinds.ContactPointRequest)}");
        using var response = await client.PostAsync("/contact-point/confirm", new FormUrlEncodedContent([new("words", "")]));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(RegistrationStatus.AwaitingContactPoint, (await Registrar.LoadAsync(registration.Id)).Status);
    }

    [Theory]
    [InlineData("/contact-point/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "Unknown")]
    [InlineData("/registration/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "Unknown")]
    public async Task A_made_up_secret_tells_nothing(string path, string state)
    {
        using var client = Host.CreateClient();
        using var response = await client.GetAsync(path);
        Assert.Equal($"/link-problem?state={state}", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_replaced_link_says_so_offers_a_new_one_and_opens_no_decision()
    {
        var registration = await Registrar.VerifiedAsync();
        var secret = await Registrar.SecretOfAsync(registration.Id, EmailKinds.ContactPointRequest);
        var tracker = await TrackerOfAsync(registration.Id);
        Host.Time.Advance(TimeSpan.FromDays(2));
        // As the tracker was shown while the address was not verified yet: another message does not go out in that one's place.
        Assert.Equal(AccessErrors.ChangedMeanwhile,
            (await Host.CallAsync((ResendMessage resend) => resend.HandleAsync(new(tracker, null), default))).Error);
        Assert.True(
            (await Host.CallAsync(
                (ResendMessage resend) => resend.HandleAsync(new(tracker, registration.Asked?.ContactPointId), default))).IsSuccess);

        var page = await OpenAsync(secret);
        Assert.Contains("Un message plus récent", page, StringComparison.Ordinal);
        Assert.Contains("link-problem/renew", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"confirm\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(registration.Representative.Email, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_of_a_withdrawn_registration_says_so_and_shows_no_details()
    {
        var registration = await Registrar.VerifiedAsync();
        var secret = await Registrar.SecretOfAsync(registration.Id, EmailKinds.ContactPointRequest);
        var tracker = await TrackerOfAsync(registration.Id);
        Assert.True((await Host.CallAsync((WithdrawRegistration act) => act.HandleAsync(new(tracker, null), default))).IsSuccess);

        var page = await OpenAsync(secret);
        Assert.Contains("retirée", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/link-problem/renew", page, StringComparison.Ordinal);
        Assert.DoesNotContain(registration.Representative.Email, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_no_longer_the_contact_learns_nothing_from_an_old_link()
    {
        var registration = await Registrar.VerifiedAsync();
        var secret = await Registrar.SecretOfAsync(registration.Id, EmailKinds.ContactPointRequest);
        var successor = RegistrationSample.Contact("CI", email: "successor@example.org");
        await Host.ChangeAsync(Registrar.Contact, contact => contact.End(Ephyto.Domain.Common.Actor.System, Host.Now()));
        await Host.AddAsync(successor);

        var page = await OpenAsync(secret);
        Assert.DoesNotContain(registration.Reference, page, StringComparison.Ordinal);
        Assert.Contains("link-problem/renew", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_link_says_so_and_offers_a_new_one()
    {
        var registration = await Registrar.VerifiedAsync();
        var secret = await Registrar.SecretOfAsync(registration.Id, EmailKinds.ContactPointRequest);
        Host.Time.Advance(TimeSpan.FromDays(61));
        using var client = Host.CreateClient();
        using var response = await client.GetAsync($"/contact-point/{secret}");
        Assert.Matches("^/link-problem\\?link=[0-9a-f]{16}&purpose=ContactPointDecision&state=Expired$",
            response.Headers.Location?.ToString());
        using var problem = await client.GetAsync(response.Headers.Location);
        Assert.Equal(HttpStatusCode.Gone, problem.StatusCode);
        Assert.Contains("link-problem/renew", await problem.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_link_to_the_tracker_comes_once_in_a_while_however_often_the_button_is_pressed()
    {
        var registration = await Registrar.VerifiedAsync();
        var old = await Registrar.LinkOfAsync(registration.Id, EmailKinds.Received);

        for (var press = 0; press < 3; press++) await RenewAsync(old);
        Assert.Single(await Registrar.EmailsAsync(registration.Id, EmailKinds.TrackerLink));
        Host.Time.Advance(TimeSpan.FromMinutes(16));
        await RenewAsync(old);

        Assert.Equal(2, (await Registrar.EmailsAsync(registration.Id, EmailKinds.TrackerLink)).Count);
    }

    [Fact]
    public async Task The_button_for_a_new_link_slows_machines_down()
    {
        using var client = Host.CreateClient();
        List<HttpStatusCode> answers = [];
        for (var attempt = 0; attempt <= 30; attempt++)
        {
            using var form = new FormUrlEncodedContent([new("purpose", nameof(LinkPurpose.ApplicantTracker))]);
            using var answer = await client.PostAsync(new Uri("/link-problem/renew", UriKind.Relative), form);
            answers.Add(answer.StatusCode);
        }

        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, answers.SkipLast(1));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    private Task RenewAsync(AccessLink link) =>
        Host.CallAsync<IEnumerable<ILinkRenewal>>(renewals => renewals.Single(one => one.Purpose == link.Purpose)
            .RenewAsync(link, default));

    private async Task<string> OpenAsync(string secret)
    {
        using var client = Host.CreateClient();
        using var response = await client.GetAsync($"/contact-point/{secret}");
        using var page = await client.GetAsync(response.Headers.Location);
        return WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
    }

    private async Task<Guid> TrackerOfAsync(Guid registrationId) => (await Registrar.LinkOfAsync(registrationId, EmailKinds.Received)).Id;

    private Task<string> StateAsync(Guid id) => Host.StoreAsync(async db =>
    {
        var registration = await db.Set<Registration>().AsNoTracking().SingleAsync(r => r.Id == id);
        var links = await db.Set<AccessLink>().AsNoTracking().OrderBy(l => l.Id)
            .Select(l => $"{l.Id}{l.UsedAt}{l.RevokedAt}").ToListAsync();
        return $"{registration.Version} {registration.Status} {string.Join(',', links)}";
    });
}
