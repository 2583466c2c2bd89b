using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Tests.Platform.Emails;

public sealed class EmailRendererTests
{
    private const string Unread = "Nobody reads the answers to it.";
    private const string Link = "https://console.example.org/contact-point/__link-secret__";

    [Fact]
    public async Task The_text_says_everything_in_order_and_ends_with_who_wrote()
    {
        using var english = CultureScope.Enter("en");
        var text = (await Letters.Renderer().RenderAsync(Letters.Content)).Text;

        Assert.Equal($"""
            *** Test environment: what you do there has no effect in production. ***

            Good day,

            Country: Côte d'Ivoire
            Organization: <Direction> & Co

            > First line
            >
            > Third line

            Comparison code: K7M4Q2

            Open the request
            {Link}

            --{" "}
            IPPC ePhyto Hub – Admin Console
            The console at console.example.org sends this message by itself. {Unread}

            """, text, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task The_html_says_the_same()
    {
        using var english = CultureScope.Enter("en");
        var page = await RenderAsync(HubEnvironment.Test);

        Assert.Equal("Please confirm", page.Title);
        Assert.Equal("Please confirm", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Côte d'Ivoire", page.QuerySelector(".facts td")!.TextContent);
        Assert.Equal("<Direction> & Co", page.QuerySelectorAll(".facts td")[1].TextContent);
        Assert.Equal("First line<br><br>Third line", Squeezed(page.QuerySelector("blockquote")!.InnerHtml));
        Assert.Equal("K7M4Q2", page.QuerySelector(".code strong")!.TextContent);
        Assert.Equal(Link, page.QuerySelector("a.button")!.GetAttribute("href"));
        Assert.Equal(Link, page.QuerySelector(".clear a")!.TextContent);
    }

    [Fact]
    public async Task A_French_reader_gets_French_around_the_words()
    {
        using var french = CultureScope.Enter("fr");
        var email = await Letters.Renderer().RenderAsync(Letters.Content);

        Assert.Contains("<html lang=\"fr\" dir=\"ltr\">", email.Html, StringComparison.Ordinal);
        Assert.Contains("Comparison code\u00a0: K7M4Q2", email.Text, StringComparison.Ordinal);
        Assert.Contains("Personne ne lit les réponses.", email.Text, StringComparison.Ordinal);
        Assert.Contains("copiez cette adresse", new HtmlParser().ParseDocument(email.Html).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arabic_runs_from_right_to_left_and_its_addresses_from_left_to_right()
    {
        using var arabic = CultureScope.Enter("ar");
        var page = await RenderAsync(HubEnvironment.Test);

        Assert.Equal("ar", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("rtl", page.DocumentElement.GetAttribute("dir"));
        Assert.Equal("ltr", page.QuerySelector(".clear a")!.GetAttribute("dir"));
        Assert.Equal("auto", page.QuerySelector("blockquote")!.GetAttribute("dir"));
    }

    [Fact]
    public async Task Only_the_test_environment_is_marked()
    {
        using var english = CultureScope.Enter("en");

        Assert.NotNull((await RenderAsync(HubEnvironment.Test)).QuerySelector(".mark"));
        Assert.Null((await RenderAsync(HubEnvironment.Production)).QuerySelector(".mark"));
        Assert.DoesNotContain("***", (await Letters.Renderer(HubEnvironment.Production).RenderAsync(Letters.Content)).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_read_in_the_dark()
    {
        var html = (await Letters.Renderer().RenderAsync(Letters.Content)).Html;

        Assert.Contains("<meta name=\"color-scheme\" content=\"light dark\"", html, StringComparison.Ordinal);
        Assert.Contains("@media (prefers-color-scheme: dark)", html, StringComparison.Ordinal);
    }

    private static async Task<IHtmlDocument> RenderAsync(HubEnvironment environment) =>
        new HtmlParser().ParseDocument((await Letters.Renderer(environment).RenderAsync(Letters.Content)).Html);

    private static string Squeezed(string html) => string.Concat(html.Split('\n').Select(line => line.Trim()));
}
