using System.Net;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Integration;

/// <summary>Every route × everybody. A new route fails here until somebody says who may read it.</summary>
public sealed class RouteAccessTests(AccessWorld world) : IClassFixture<AccessWorld>
{
    /// <summary>While developing, the framework serves files that were changed since the build here.</summary>
    private const string ChangedFiles = "/{**path:file}";
    private const string Refusal = "You may not open this page";

    public static TheoryData<string> Patterns => [.. RouteTable.Readable.Select(route => route.Pattern)];

    [Fact]
    public void Every_route_is_listed() => Assert.Equal(
        MappedWith(HttpMethods.Get).Order(StringComparer.Ordinal),
        RouteTable.Readable.Select(route => route.Pattern).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Patterns))]
    public async Task Who_may_not_read_it_does_not_and_who_may_does(string pattern)
    {
        var route = RouteTable.Readable.Single(listed => listed.Pattern == pattern);
        var address = world.AddressOf(route);
        foreach (var person in AccessWorld.Everybody)
        {
            using var client = await world.ClientInSessionAsync(person);
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            // Where a line may go on in an address is no part of it.
            var text = WebUtility.HtmlDecode((await answer.Content.ReadAsStringAsync()).Replace("<wbr>", "", StringComparison.Ordinal)
                .Replace("<wbr />", "", StringComparison.Ordinal));
            var ledToSignIn = answer.Headers.Location?.OriginalString.Contains("/account/sign-in", StringComparison.Ordinal) is true;

            Assert.True((int)answer.StatusCode < 500, $"{address} as {person}: {answer.StatusCode}");
            Assert.True(!text.Contains(Refusal, StringComparison.Ordinal) || answer.StatusCode == HttpStatusCode.Forbidden,
                $"{address} refuses {person} with {answer.StatusCode}");
            if (route.NeedsAccount && person == Person.Anonymous) Assert.True(ledToSignIn, $"{address} as {person}: {answer.StatusCode}");
            else if (route.Allowed is { } allowed)
                Assert.True(Reads(route, answer, text) == allowed(person), $"{address} as {person}: {answer.StatusCode} {text}");
            else if (route.NeedsAccount) Assert.False(ledToSignIn, $"{address} as {person} is led to the sign-in.");
        }
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public async Task Asked_for_the_head_alone_it_says_the_same_of_itself(string pattern)
    {
        var address = world.AddressOf(RouteTable.Readable.Single(listed => listed.Pattern == pattern));
        foreach (var person in (Person[])[Person.Anonymous, Person.HubAdministrator, Person.Viewer, Person.ForeignAdministrator])
        {
            using var client = await world.ClientInSessionAsync(person);
            using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address),
                TestContext.Current.CancellationToken);
            if (DoesByGet(pattern))
            {
                Assert.True(head.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect or HttpStatusCode.NotFound,
                    $"{address} as {person}: {head.StatusCode}");
                Assert.False(head.Headers.Contains("Set-Cookie"), $"{address} as {person}");
                continue;
            }

            // Nobody has read what was only asked about.
            if (person == Person.Viewer)
                Assert.Equal(0,
                    await world.Host.StoreAsync(db => db.Set<DocumentReceipt>().CountAsync(TestContext.Current.CancellationToken)));
            using var get = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            await world.Host.StoreAsync(db => db.Set<DocumentReceipt>().ExecuteDeleteAsync(TestContext.Current.CancellationToken));

            Assert.True(get.StatusCode == head.StatusCode,
                $"{address} as {person}: {head.StatusCode}, and {get.StatusCode} when it is read");
            Assert.Equal((get.Content.Headers.ContentType, get.Content.Headers.ContentDisposition?.FileName),
                (head.Content.Headers.ContentType, head.Content.Headers.ContentDisposition?.FileName));
        }
    }

    // Links of messages set a cookie, and so do the switches: whatever follows links by itself does not press them.
    private static bool DoesByGet(string pattern) =>
        pattern.Contains("{secret", StringComparison.Ordinal) || pattern is "/language/{code}" or "/theme/{theme}";

    [Fact]
    public async Task Nothing_is_done_for_a_form_of_another_site()
    {
        foreach (var person in AccessWorld.Everybody)
        {
            using var client = await world.ClientOfAsync(person);
            foreach (var pattern in MappedWith(HttpMethods.Post).Where(pattern => !pattern.Contains('{', StringComparison.Ordinal)))
            {
                using var form = new FormUrlEncodedContent([new("words", "forged"), new("confirm", "yes")]);
                using var request = new HttpRequestMessage(HttpMethod.Post, pattern) { Content = form };
                request.Headers.Add("Origin", "https://evil.example");
                request.Headers.Add("Sec-Fetch-Site", "cross-site");
                using var answer = await client.SendAsync(request);
                Assert.True((int)answer.StatusCode is >= 300 and < 500, $"POST {pattern} as {person}: {answer.StatusCode}");
            }
        }
    }

    private static bool Reads(RouteAccess route, HttpResponseMessage answer, string text) =>
        route.Marker is { } marker
            ? answer.IsSuccessStatusCode && text.Contains(marker, StringComparison.Ordinal)
            // Whoever may look there reads that there is nothing.
            : (answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.NotFound)
            && !text.Contains(Refusal, StringComparison.Ordinal);

    /// <summary>The routes of the application itself: neither those of the framework nor static files.</summary>
    private IEnumerable<string> MappedWith(string method) =>
        world.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods
                ? methods.Contains(method) : HttpMethods.IsGet(method))
            .Where(endpoint => endpoint.Metadata.All(item => item.GetType().Name != "StaticAssetDescriptor"))
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Where(pattern => !pattern.StartsWith("/_", StringComparison.Ordinal) && pattern != ChangedFiles)
            .Distinct();
}
