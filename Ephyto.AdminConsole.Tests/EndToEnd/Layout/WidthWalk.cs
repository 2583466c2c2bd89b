using Ephyto.AdminConsole.Tests.Architecture;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Tests.EndToEnd.Layout;

/// <summary>
/// From a small telephone to a wide screen no page is wider than its window. A window at 200 % is one of half its width, so it is among
/// these.
/// </summary>
public abstract class WidthWalk(LayoutApp console) : BrowserTests
{
    private protected LayoutApp Console => console;

    private static readonly int[] Widths = [1920, 1440, 1280, 1100, 1024, 900, 820, 768, 700, 641, 480, 360, 320];

    // The drawer goes and comes by itself when the window passes this width.
    private const int DrawerFrom = 960;

    private protected async Task<IPage> SignedInAsync(string email, string path, string locale = "en-GB")
    {
        var page = await OpenAsync(console.App, new Visitor(locale), path);
        await page.SignInAsync(email, path);
        return page;
    }

    private protected static async Task ShouldFitAsync(IPage page, params string[] paths)
    {
        List<string> wide = [];
        foreach (var path in paths)
        {
            await page.SetViewportSizeAsync(Widths[0], 900);
            await page.GotoAsync(path);
            await Assertions.Expect(page.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);
            await Assertions.Expect(page.Locator("main h1")).ToHaveCountAsync(1);
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                if (await page.EvaluateAsync<string?>(Overflow, DrawerFrom) is { } found)
                    wide.Add($"{path} at {width}: {found}");
            }
        }

        Findings.None(wide);
    }

    /// <summary>How wide the page is that is wider than its window, and what of it lies furthest out; null where it fits.</summary>
    private const string Overflow = """
        async drawerFrom => {
          const settled = () => {
            const drawer = document.querySelector('.console-drawer');
            return !drawer || drawer.classList.contains('mud-drawer--open') === innerWidth >= drawerFrom; };
          // A width that changes in the moment in which the drawer begins to listen is told to nobody: it is told once more.
          for (let since = performance.now(), again = 1; !settled(); await new Promise(requestAnimationFrame)) {
            if (performance.now() - since < again * 2000) continue;
            if (again++ > 20) return 'the drawer does not follow the width';
            dispatchEvent(new Event('resize'));
          }
          const root = document.documentElement;
          if (root.scrollWidth <= innerWidth) return null;
          const out = one => { const box = one.getBoundingClientRect(); return Math.max(box.right - innerWidth, -box.left); };
          const furthest = [...document.querySelectorAll('main *')].sort((a, b) => out(b) - out(a))[0];
          return `${root.scrollWidth} px, ${furthest?.outerHTML.slice(0, 200)}`;
        }
        """;
}
