using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Tests.Support;

internal static class Accessibility
{
    private static readonly AxeRunOptions OnlyViolations = new() { ResultTypes = [ResultType.Violations] };

    /// <summary>Fails with each broken rule, what it asks for, and the elements that break it.</summary>
    public static async Task ShouldHaveNoAxeViolationsAsync(this IPage page)
    {
        await ShouldLiveAsync(page);
        var result = await page.RunAxe(OnlyViolations);
        if (result.Violations.Length > 0)
            Assert.Fail(Describe(page.Url, result.Violations));
        Assert.Empty(await page.BrokenFramesAsync());
    }

    /// <summary>Words with a frame that goes on over several lines, each of which has a frame, or a piece of one, of its own.</summary>
    public static async Task<string[]> BrokenFramesAsync(this IPage page) => await page.EvaluateAsync<string[]>("""
        [...document.querySelectorAll('main *')]
          .filter(one => parseFloat(getComputedStyle(one).borderTopWidth) > 0)
          .filter(one => getComputedStyle(one).display === 'inline' ? one.getClientRects().length > 1 : one.matches('pre *'))
          .map(one => one.outerHTML.slice(0, 200))
        """);

    /// <summary>Nothing runs over the edge of the screen, and axe finds no fault.</summary>
    public static async Task ShouldFitAndBeAccessibleAsync(this IPage page)
    {
        await ShouldLiveAsync(page);
        await ShouldFitAsync(page);
        await page.ShouldHaveNoAxeViolationsAsync();
    }

    /// <summary>What the circuit is about to replace is not what people read.</summary>
    private static async Task ShouldLiveAsync(IPage page)
    {
        await Assertions.Expect(page.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);
        // A field for files takes none, and looks so, until the page listens to it.
        await Assertions.Expect(page.Locator("input[type=file]:disabled")).ToHaveCountAsync(0);
        await page.WaitForFunctionAsync(
            "() => !document.getAnimations().some(one => one.playState === 'running' && one.effect.getTiming().iterations !== Infinity)");
    }

    /// <summary>What is just being laid out anew may stand over the edge until it is.</summary>
    private static async Task ShouldFitAsync(IPage page)
    {
        try
        {
            await page.WaitForFunctionAsync("() => document.documentElement.scrollWidth <= innerWidth");
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{page.Url} is wider than its screen.");
        }
    }

    private static string Describe(string address, IEnumerable<AxeResultItem> violations) =>
        string.Join(Environment.NewLine, violations
            .SelectMany(violation => violation.Nodes
                .Select(node => $"    {node.Target}  {node.Html}")
                .Prepend($"- {violation.Id} ({violation.Impact}): {violation.Help}"))
            .Prepend($"axe finds fault with {address}"));
}
