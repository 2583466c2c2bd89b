using System.Net;
using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Integration.Fuzz;
using Ephyto.Domain.Links;

namespace Ephyto.AdminConsole.Tests.Integration;

/// <summary>What a page says in words, that something is not there, not allowed or over, its answer says by its status.</summary>
public sealed class SpokenStatusTests(FuzzWorld world) : IClassFixture<FuzzWorld>
{
    private const string Nowhere = "00000000-0000-0000-0000-000000000000";

    [Theory]
    [InlineData(Person.Anonymous, "/access-denied", HttpStatusCode.Forbidden, "You may not open this page")]
    [InlineData(Person.Viewer, "/hub", HttpStatusCode.Forbidden, "You may not open this page")]
    [InlineData(Person.Viewer, "/hub/nppos/" + Nowhere, HttpStatusCode.Forbidden, "You may not open this page")]
    [InlineData(Person.NobodyInParticular, "/nppo", HttpStatusCode.Forbidden, "")]
    [InlineData(Person.SuspendedMember, "/nppo/members", HttpStatusCode.Forbidden, "")]
    [InlineData(Person.HubAdministrator, "/hub/nppos/" + Nowhere, HttpStatusCode.NotFound, "")]
    [InlineData(Person.HubAdministrator, "/hub/registrations/" + Nowhere, HttpStatusCode.NotFound, "")]
    [InlineData(Person.HubAdministrator, "/hub/outbox/" + Nowhere, HttpStatusCode.NotFound, "")]
    [InlineData(Person.HubAdministrator, "/hub/letters/" + Nowhere, HttpStatusCode.NotFound, "")]
    [InlineData(Person.HubAdministrator, "/hub/contact-points/XX", HttpStatusCode.NotFound, "")]
    [InlineData(Person.HubAdministrator, "/hub/audit/999999", HttpStatusCode.NotFound, "")]
    [InlineData(Person.Administrator, "/nppo/documents/" + Nowhere, HttpStatusCode.NotFound, "")]
    [InlineData(Person.Administrator, "/account/manage/passkeys/AQ", HttpStatusCode.NotFound, "")]
    [InlineData(Person.Anonymous, "/letters/verify/0000", HttpStatusCode.NotFound, "No such letter was issued")]
    [InlineData(Person.Anonymous, "/dev/mailbox/" + Nowhere, HttpStatusCode.NotFound, "")]
    [InlineData(Person.Anonymous, "/link-problem?state=Used", HttpStatusCode.Gone, "This link was used already")]
    [InlineData(Person.Anonymous, "/link-problem?state=Expired", HttpStatusCode.Gone, "This link has expired")]
    [InlineData(Person.Anonymous, "/link-problem?state=Revoked", HttpStatusCode.Gone, "This link was replaced")]
    [InlineData(Person.Anonymous, "/link-problem", HttpStatusCode.NotFound, "This link does not work")]
    [InlineData(Person.Anonymous, "/link-problem?state=Renewed", HttpStatusCode.OK, "Please look at your mail")]
    [InlineData(Person.Anonymous, "/form-problem", HttpStatusCode.BadRequest, "")]
    // A page that opens by a link says where the link is: nothing is refused.
    [InlineData(Person.Anonymous, "/registration", HttpStatusCode.OK, "")]
    public async Task A_page_says_by_its_status_what_its_words_say(Person person, string address, HttpStatusCode status, string words)
    {
        using var client = await world.ClientOfAsync(person);
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal((address, status), (address, answer.StatusCode));
        Assert.Contains(words, page, StringComparison.Ordinal);
        // Its own words, not those for an address that leads nowhere.
        Assert.DoesNotContain("There is no page at this address", page, StringComparison.Ordinal);
        Assert.Equal(["DENY"], answer.Headers.GetValues("X-Frame-Options"));
    }

    [Fact]
    public async Task A_denied_page_of_the_desk_goes_on_to_live()
    {
        using var client = await world.ClientOfAsync(Person.Viewer);
        using var answer = await client.GetAsync(new Uri("/hub", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("_framework/blazor.web", page, StringComparison.Ordinal);
        Assert.Contains("<!--Blazor:{\"type\":\"server\"", page, StringComparison.Ordinal);
        Assert.Contains("console-drawer", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_pressed_on_the_page_of_a_link_that_has_ended_says_that_nothing_was_done()
    {
        using var browser = world.Host.CreateClient();
        var links = await FuzzLinks.OpenAsync(world, browser, "late", "ML", "BF", "GM");
        var tokens = new Dictionary<string, string> { ["own"] = await TokenAsync(browser) };
        using var visitor = new FuzzVisitor(FuzzPerson.HolderOfLinks, browser, tokens);
        var routes = world.Host.Get<LinkRoutes>();
        var pages = Enum.GetValues<LinkPurpose>().Select(purpose => $"/{routes.Of(purpose).Path}")
            .Concat(((string[])["confirm", "decline", "ask", "step-aside"]).Select(step => $"/contact-point?step={step}"));
        List<FuzzRequest> presses = [];
        foreach (var page in pages)
        {
            presses.AddRange(FuzzPlan.FormsOf(page, await visitor.ReadAsync(page), visitor, new Random(1))
                .Where(form => form.IsWhole && !form.Target.EndsWith("/renew", StringComparison.Ordinal)).DistinctBy(form => form.Target));
        }

        await FuzzLinks.EndAsync(world, links, LinkState.Expired);
        foreach (var press in presses)
        {
            var answer = await visitor.SendAsync(press);
            Assert.True(answer is { Status: 409, Faults.Count: 0, Title: "Nothing was done" }, answer.ToString());
            Assert.True(answer.Text.Contains("<p>You pressed: <strong>", StringComparison.Ordinal),
                $"{press} does not say what was pressed.");
        }

        // Every purpose but the letter's download, which is no form.
        Assert.Superset(
            Enum.GetValues<LinkPurpose>().Where(purpose => purpose != LinkPurpose.LetterDownload)
                .Select(purpose => routes.Of(purpose).Path).ToHashSet(),
            presses.Select(press => press.Target.Trim('/').Split('?')[0])
                .SelectMany(target => (string[])[target, target[..Math.Max(0, target.LastIndexOf('/'))]]).ToHashSet());
    }

    private static async Task<string> TokenAsync(HttpClient browser) =>
        Regex.Match(await browser.GetStringAsync(new Uri("/account/sign-in", UriKind.Relative)),
            """name="__RequestVerificationToken" value="([^"]+)""").Groups[1].Value;
}
