using Ephyto.AdminConsole.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Integration;

/// <summary>What a browser keeps of an answer, and what it tells others of it.</summary>
public sealed class PrivacyTests(AccessWorld world) : IClassFixture<AccessWorld>
{
    private const string LinkSecret = "/{secret:length(43)}";

    [Theory]
    [InlineData(Person.HubAdministrator)]
    [InlineData(Person.Administrator)]
    public async Task Nothing_that_somebody_reads_who_is_signed_in_stays_in_the_browser(Person person)
    {
        using var client = await world.ClientOfAsync(person);
        foreach (var route in RouteTable.Readable.Where(route => route.Pattern is not "/api/v1/participation"))
        {
            using var answer = await client.GetAsync(new Uri(world.AddressOf(route), UriKind.Relative),
                TestContext.Current.CancellationToken);

            Assert.True(answer.Headers.CacheControl?.NoStore, $"{route.Pattern}: {answer.StatusCode} {answer.Headers.CacheControl}");
        }
    }

    [Fact]
    public async Task Style_sheets_stay_and_so_does_what_is_public()
    {
        using var client = await world.ClientOfAsync(Person.HubAdministrator);
        var sheet = Endpoints.First(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is { } asset
            && asset.Route.EndsWith(".css", StringComparison.Ordinal));
        foreach (var path in new[] { "/" + sheet.RoutePattern.RawText!.TrimStart('/'), "/api/v1/participation" })
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.False(answer.Headers.CacheControl?.NoStore is true, $"{path}: {answer.Headers.CacheControl}");
        }
    }

    [Fact]
    public async Task No_page_that_a_link_opens_tells_others_where_its_reader_comes_from()
    {
        using var client = await world.ClientOfAsync(Person.Anonymous);
        var pages = Endpoints.Select(endpoint => endpoint.RoutePattern.RawText!)
            .Where(pattern => pattern.EndsWith(LinkSecret, StringComparison.Ordinal))
            .Select(pattern => "/" + pattern[..^LinkSecret.Length].Trim('/')).Distinct().ToList();

        Assert.True(pages.Count >= 11, string.Join(' ', pages));
        foreach (var page in pages.Concat(pages.Select(page => $"{page}/{new string('A', 43)}")).Append(pages[0].ToUpperInvariant()))
        {
            using var answer = await client.GetAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.Headers.GetValues("Referrer-Policy").Single() == "no-referrer", page);
        }

        using var other = await client.GetAsync(new Uri("/guide", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(["same-origin"], other.Headers.GetValues("Referrer-Policy"));
    }

    [Fact]
    public async Task Who_signs_out_leaves_nothing_in_the_browser()
    {
        using var client = await world.ClientOfAsync(Person.Viewer);
        using var left = await client.SignOutAsync();

        Assert.Equal(["\"cache\", \"storage\""], left.Headers.GetValues("Clear-Site-Data"));
        // The language and the colours that were chosen stay, for whoever comes next.
        Assert.DoesNotContain(left.Headers.GetValues("Set-Cookie"),
            cookie => cookie.StartsWith("ephyto-language=;", StringComparison.Ordinal));
    }

    private IEnumerable<RouteEndpoint> Endpoints =>
        world.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
}
