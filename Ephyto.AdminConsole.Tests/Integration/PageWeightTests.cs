using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Components.Layout;

namespace Ephyto.AdminConsole.Tests.Integration;

/// <summary>
/// What a page weighs on the line when a browser comes for the first time: the page, its style sheets, its scripts. A build compresses
/// files with gzip; what is published goes out as brotli, so that is what is weighed here.
/// </summary>
public sealed partial class PageWeightTests(AccessWorld world) : IClassFixture<AccessWorld>
{
    private static readonly ConcurrentDictionary<string, int> Weights = new();

    [Theory]
    [InlineData(Person.Anonymous)]
    [InlineData(Person.Administrator)]
    [InlineData(Person.HubAdministrator)]
    public async Task No_page_weighs_more_than_200_kilobytes(Person person)
    {
        using var client = await world.ClientOfAsync(person);
        var weighed = 0;
        foreach (var address in RouteTable.Readable.Select(route => world.AddressOf(route)))
        {
            if (await WeighAsync(client, address) is not { } weight) continue;
            weighed++;
            Assert.True(weight <= 200_000, $"{address} weighs {weight} bytes.");
        }

        Assert.True(weighed > 10, $"Only {weighed} pages were weighed.");
    }

    [Fact]
    public async Task The_page_of_registration_weighs_150_at_most()
    {
        using var client = await world.ClientOfAsync(Person.Anonymous);

        Assert.InRange((await WeighAsync(client, "/register")).GetValueOrDefault(), 50_000, 150_000);
    }

    [Fact]
    public async Task A_browser_keeps_this_version_of_the_library_and_no_other()
    {
        Assert.Equal("max-age=31536000, immutable", await KeptAsync("/" + LibraryFiles.StyleSheet));
        Assert.Equal("max-age=31536000, immutable", await KeptAsync("/" + LibraryFiles.Script));
        Assert.Equal("no-cache", await KeptAsync("/_content/MudBlazor/MudBlazor.min.css"));
        Assert.Equal("no-cache", await KeptAsync("/_content/MudBlazor/MudBlazor.min.css?v=1.0.0"));
    }

    [Fact]
    public async Task A_page_of_somebody_goes_out_whole()
    {
        using var client = await world.ClientOfAsync(Person.Administrator);
        using var answer = await AskAsync(client, "/guide");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    private async Task<string?> KeptAsync(string address)
    {
        using var client = await world.ClientOfAsync(Person.Anonymous);
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.Headers.CacheControl?.ToString();
    }

    private static async Task<int?> WeighAsync(HttpClient client, string address)
    {
        using var answer = await AskAsync(client, address);
        if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/html") return null;
        var weight = (int)(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        var page = await ReadAsync(answer);
        foreach (var file in File().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Distinct())
            weight += await WeighFileAsync(client, "/" + file);
        return weight;
    }

    private static async Task<int> WeighFileAsync(HttpClient client, string address)
    {
        if (Weights.TryGetValue(address, out var known)) return known;
        using var answer = await AskAsync(client, address);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        Assert.True(answer.Content.Headers.ContentEncoding.Count == 1, $"{address} goes out whole.");
        using var smallest = new MemoryStream();
        await using (var brotli = new BrotliStream(smallest, CompressionLevel.SmallestSize, leaveOpen: true))
        await using (var content = new StringContent(await ReadAsync(answer)).ReadAsStream(TestContext.Current.CancellationToken))
            await content.CopyToAsync(brotli, TestContext.Current.CancellationToken);
        return Weights[address] = (int)smallest.Length;
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<string> ReadAsync(HttpResponseMessage answer)
    {
        await using var raw = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        if (raw.CanSeek) raw.Position = 0;
        await using Stream plain = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(raw, CompressionMode.Decompress),
            "gzip" => new GZipStream(raw, CompressionMode.Decompress),
            _ => raw,
        };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"(?:<link rel=""stylesheet""[^>]*?href|<script[^>]*?src)=""([^""]+)""")]
    private static partial Regex File();
}
