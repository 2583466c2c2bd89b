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
        // Until the circuit answers nothing can be focused, which axe would find fault with.
        await Assertions.Expect(page.Locator("fieldset.until-live[disabled]")).ToHaveCountAsync(0);
        var result = await page.RunAxe(OnlyViolations);
        if (result.Violations.Length > 0)
            Assert.Fail(Describe(page.Url, result.Violations));
    }

    /// <summary>Nothing runs over the edge of the screen, and axe finds no fault.</summary>
    public static async Task ShouldFitAndBeAccessibleAsync(this IPage page)
    {
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{page.Url} is wider than its screen.");
        await page.ShouldHaveNoAxeViolationsAsync();
    }

    private static string Describe(string address, IEnumerable<AxeResultItem> violations) =>
        string.Join(Environment.NewLine, violations
            .SelectMany(violation => violation.Nodes
                .Select(node => $"    {node.Target}  {node.Html}")
                .Prepend($"- {violation.Id} ({violation.Impact}): {violation.Help}"))
            .Prepend($"axe finds fault with {address}"));
}
