using Bunit;
using Ephyto.AdminConsole.Components.Layout;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Tests.Components.Layout;

public sealed class PageBoundaryTests : ShellContext
{
    private bool _broken = true;

    public PageBoundaryTests() => SetRendererInfo(new RendererInfo("Server", isInteractive: true));

    [Fact]
    public void A_broken_page_says_so_calmly_and_tells_nothing_of_its_inside()
    {
        var page = Render<PageBoundary>(parameters => parameters.Add(boundary => boundary.ChildContent, Page));

        Assert.Equal("This page could not be shown", page.Find("h1").TextContent);
        Assert.DoesNotContain("secret detail", page.Markup, StringComparison.Ordinal);
        Assert.Equal(".", page.Find("a.button").GetAttribute("href"));
    }

    [Fact]
    public async Task The_reader_can_try_again()
    {
        var page = Render<PageBoundary>(parameters => parameters.Add(boundary => boundary.ChildContent, Page));
        _broken = false;

        await page.Find("button").ClickAsync();

        Assert.Equal("The page itself", page.Markup.Trim());
    }

    private void Page(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
    {
        builder.AddContent(0, _broken ? throw new InvalidOperationException("secret detail") : "The page itself");
    }
}
