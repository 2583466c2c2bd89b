using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Links;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Integration.Forms;

/// <summary>
/// Two links of each purpose in one browser without JavaScript: every act on the page of one hits its own subject and leaves
/// the other as it is, whichever was opened last. A purpose or an act without a case fails here by itself.
/// </summary>
public sealed class EveryLinkTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    /// <summary>There is one hub, and its links replace each other: two of them never work side by side.</summary>
    private static readonly LinkPurpose[] Single = [LinkPurpose.HubSetup];

    /// <summary>
    /// These show, and nothing is sent from their pages; <see cref="A_link_to_a_file_gives_the_file_that_its_page_shows"/>.
    /// </summary>
    private static readonly string[] Downloads = ["letters/download/file"];

    public static TheoryData<string, bool> Cases()
    {
        TheoryData<string, bool> rows = [];
        foreach (var one in LinkCase.All)
        {
            rows.Add(one.Name, false);
            rows.Add(one.Name, true);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_act_hits_the_subject_that_its_page_shows(string name, bool onTheNewest)
    {
        var wanted = LinkCase.All.Single(one => one.Name == name);
        var subjects = await wanted.GivenAsync(Host);
        var (own, other) = onTheNewest ? (subjects[1], subjects[0]) : (subjects[0], subjects[1]);
        using var browser = wanted.SignsIn ? await Host.SignedInAsync(own.Email) : Host.CreateClient();
        await browser.GetAsync("/language/en");
        Dictionary<LinkSubject, Tab> tabs = [];
        foreach (var subject in subjects)
        {
            tabs[subject] = await new Tab(browser).GoToAsync(subject.Link);
            await tabs[subject].GoToAsync(tabs[subject].Address.PathAndQuery + wanted.Step);
            Host.Time.Advance(TimeSpan.FromSeconds(1));
        }

        var tab = tabs[own];
        Assert.Contains(own.Shown, tab.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Shown, tab.Text, StringComparison.Ordinal);
        Assert.All(tab.Acts, act => Assert.Contains(LinkCase.All, one => one.Purpose == wanted.Purpose && one.Act.Split(' ')[0] == act));
        var before = (Own: await own.StateAsync(Host), Other: await other.StateAsync(Host));
        if (wanted.Becomes is { } becomes) Assert.DoesNotContain(becomes, before.Own, StringComparison.Ordinal);

        await tab.SendAsync(wanted.Form, wanted.Typed);

        var after = await own.StateAsync(Host);
        Assert.NotEqual(before.Own, after);
        Assert.Contains(wanted.Becomes ?? "", after, StringComparison.Ordinal);
        Assert.Equal(before.Other, await other.StateAsync(Host));
    }

    [Fact]
    public void Every_purpose_has_a_case() => Assert.Equal(
        Enum.GetValues<LinkPurpose>().Except(Single).Order(), LinkCase.All.Select(one => one.Purpose).Distinct().Order());

    [Fact]
    public void Every_act_behind_a_link_has_a_case()
    {
        var routes = Host.Get<LinkRoutes>();
        var acts = Enum.GetValues<LinkPurpose>().Except(Single)
            .SelectMany(purpose => ActsBehind(routes.Of(purpose).Path).Select(act => $"{purpose}: {act}"));
        var cases = LinkCase.All.Where(one => !one.Act.StartsWith("link-problem/", StringComparison.Ordinal))
            .Select(one => $"{one.Purpose}: {one.Act.Split(' ')[0]}");

        Assert.Equal(acts.Order(StringComparer.Ordinal),
            cases.Concat(Downloads.Select(act => $"{LinkPurpose.LetterDownload}: {act}")).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_purpose_that_sends_new_links_has_that_case()
    {
        var renewed =
            await Host.CallAsync(
                (IEnumerable<ILinkRenewal> all) => Task.FromResult(all.Select(renewal => renewal.Purpose).Order().ToList()));

        Assert.Equal(renewed,
            LinkCase.All.Where(one => one.Act.StartsWith("link-problem/renew", StringComparison.Ordinal))
                .Select(one => one.Purpose).Order());
    }

    [Fact]
    public async Task A_link_to_a_file_gives_the_file_that_its_page_shows()
    {
        var subjects = await LinkCases.LettersAsync(Host);
        using var browser = Host.CreateClient();
        List<Tab> tabs = [];
        foreach (var subject in subjects) tabs.Add(await new Tab(browser).GoToAsync(subject.Link));

        foreach (var (subject, tab) in subjects.Zip(tabs))
        {
            Assert.Contains(subject.Shown, tab.Text, StringComparison.Ordinal);
            var file = Regex.Match(tab.Text, "href=\"(letters/download/file[^\"]+)\"").Groups[1].Value;
            using var answer = await browser.GetAsync($"/{file}");
            Assert.StartsWith(subject.Shown, answer.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        }

        // Without a word of which, nothing is given.
        using var bare = await browser.GetAsync("/letters/download/file");
        Assert.Equal("/letters/download", bare.Headers.Location?.OriginalString);
        Assert.Equal("Which message do you mean?",
            (await (await new Tab(browser).GoToAsync("/language/en")).GoToAsync("/letters/download")).Title);
    }

    [Fact]
    public async Task There_is_one_link_to_set_the_hub_up_and_an_older_one_ends()
    {
        using var browser = Host.CreateClient();
        await browser.GetAsync("/language/en");
        List<Tab> tabs = [];
        for (var start = 0; start < 2; start++)
        {
            var link = await Host.StoreAsync(async db =>
            {
                var issued = await Host.Get<LinkIssuer>()
                    .ReplaceAsync(db, LinkPurpose.HubSetup, Guid.Empty, Guid.Empty, TimeSpan.FromHours(24), default);
                await db.SaveChangesAsync();
                return issued;
            });
            tabs.Add(await new Tab(browser).GoToAsync($"/account/set-up/{link.Secret}"));
        }

        (string, string)[] typed = [("Form.Name", "Ada"), ("Form.Email", "ada@example.org"), ("Form.Password", Given.Password),
            ("Form.PasswordAgain", Given.Password)];
        await tabs[0].SendAsync("\"set-up\"", typed);
        Assert.Equal("Nothing was done", tabs[0].Title);
        Assert.Equal(0, await Host.StoreAsync(db => db.Users.CountAsync()));

        await tabs[1].SendAsync("\"set-up\"", typed);
        Assert.Equal(1, await Host.StoreAsync(db => db.Users.CountAsync()));
    }

    /// <summary>What is sent to, or fetched from, below the page of a link; for a page with forms of its own, each of them.</summary>
    private IEnumerable<string> ActsBehind(string page)
    {
        foreach (var endpoint in Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var pattern = endpoint.RoutePattern.RawText!.Trim('/');
            var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
            if (endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is { Type: var component })
            {
                if (pattern != page) continue;
                foreach (var form in FormsOf(component)) yield return $"{page}#{form}";
            }
            else if ((pattern == page && methods.Contains(HttpMethods.Post))
                || (pattern.StartsWith(page + "/", StringComparison.Ordinal) && !pattern.Contains("{secret", StringComparison.Ordinal)
                    && IsNoPage(pattern)))
            {
                yield return pattern;
            }
        }
    }

    // An address below a page may be the page of another link.
    private bool IsNoPage(string pattern) =>
        Enum.GetValues<LinkPurpose>().All(purpose => Host.Get<LinkRoutes>().Of(purpose).Path != pattern);

    private static IEnumerable<string> FormsOf(Type page) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "Ephyto.AdminConsole"), $"{page.Name}.razor", SearchOption.AllDirectories)
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), "@formname=\"([^\"]+)\"").Select(match => match.Groups[1].Value))
            .Distinct();
}
