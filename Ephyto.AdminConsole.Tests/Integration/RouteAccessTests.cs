using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Integration;

/// <summary>Every route × everybody. A new route fails here until somebody says who may read it.</summary>
public sealed class RouteAccessTests(AccessWorld world) : IClassFixture<AccessWorld>
{
    private const string Refusal = "You may not open this page";

    public static TheoryData<string> Patterns => [.. RouteTable.Readable.Select(route => route.Pattern)];

    [Fact]
    public void Every_route_is_listed() => Assert.Equal(
        MappedWith(HttpMethods.Get).Order(StringComparer.Ordinal), RouteTable.Readable.Select(route => route.Pattern).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Patterns))]
    public async Task Who_may_not_read_it_does_not_and_who_may_does(string pattern)
    {
        var route = RouteTable.Readable.Single(listed => listed.Pattern == pattern);
        var address = route.Address.Replace("{nppo}", world.NppoId.ToString(), StringComparison.Ordinal)
            .Replace("{escalated}", world.EscalatedId.ToString(), StringComparison.Ordinal);
        foreach (var person in AccessWorld.Everybody)
        {
            using var client = await world.ClientOfAsync(person);
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            var ledToSignIn = answer.Headers.Location?.OriginalString.Contains("/account/sign-in", StringComparison.Ordinal) is true;

            Assert.True((int)answer.StatusCode < 500, $"{address} as {person}: {answer.StatusCode}");
            if (route.NeedsAccount && person == Person.Anonymous) Assert.True(ledToSignIn, $"{address} as {person}: {answer.StatusCode}");
            else if (route.Allowed is { } allowed)
                Assert.True(Reads(route, answer, text) == allowed(person), $"{address} as {person}: {answer.StatusCode} {text}");
            else if (route.NeedsAccount) Assert.False(ledToSignIn, $"{address} as {person} is led to the sign-in.");
        }
    }

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
        answer.IsSuccessStatusCode && (route.Marker is { } marker
            ? text.Contains(marker, StringComparison.Ordinal)
            : !text.Contains(Refusal, StringComparison.Ordinal));

    /// <summary>The routes of the application itself: neither those of the framework nor static files.</summary>
    private IEnumerable<string> MappedWith(string method) => world.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods
            ? methods.Contains(method) : HttpMethods.IsGet(method))
        .Where(endpoint => endpoint.Metadata.All(item => item.GetType().Name != "StaticAssetDescriptor"))
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
        .Where(pattern => !pattern.StartsWith("/_", StringComparison.Ordinal) && !pattern.Contains("{*", StringComparison.Ordinal))
        .Distinct();
}
