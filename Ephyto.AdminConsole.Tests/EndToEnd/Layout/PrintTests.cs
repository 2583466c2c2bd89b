using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Tests.Architecture;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd.Layout;

/// <summary>On A4 stands what is read, and nothing that is pressed; the fields of a plan are lines to write on.</summary>
[Collection(nameof(LayoutApp))]
public sealed class PrintTests(LayoutApp console) : BrowserTests
{
    // A4 at 96 dots per inch: the sheet, and what its margins leave.
    private static readonly int[] Widths = [794, 680];

    private static readonly Visitor InTheDark = Visitor.English.InTheDark();

    [Fact]
    public async Task Pages_for_everybody()
    {
        var page = await OpenAsync(console.App, InTheDark, "/");

        await ShouldPrintAsync(page, "participation", "guide", "guide/check?result=yypynyynynyypynyypy", "api");
    }

    [Fact]
    public async Task Lists_of_an_organization()
    {
        await console.DataAsync();
        var page = await SignedInAsync(LayoutApp.Member, "/nppo");

        await ShouldPrintAsync(page, "nppo", "nppo/members", "nppo/letters", "nppo/history");
    }

    [Fact]
    public async Task Lists_and_a_registration_of_the_hub()
    {
        var data = await console.DataAsync();
        var page = await SignedInAsync(LayoutApp.Officer, "/hub");

        await ShouldPrintAsync(
            page, "hub/registrations", $"hub/registrations/{data.Registration}", "hub/nppos", $"hub/nppos/{data.Nppo}",
            "hub/contact-points", "hub/integration", "hub/letters", "hub/outbox");
    }

    [Fact]
    public async Task What_was_asked_for_stands_above_the_rows()
    {
        await console.DataAsync();
        var page = await SignedInAsync(LayoutApp.Officer, "/hub");
        await page.GotoAsync("hub/outbox?search=a&sort=-to");
        await Expect(page.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");

        await Expect(page.Locator(".list-paper")).ToBeVisibleAsync();
        await Expect(page.Locator(".list-paper")).ToHaveTextAsync(new Regex(@": a · Order: To, descending ·\s+State of"));
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await Expect(page.Locator(".list-paper")).ToBeHiddenAsync();
    }

    private async Task<IPage> SignedInAsync(string email, string path)
    {
        var page = await OpenAsync(console.App, InTheDark, path);
        await page.SignInAsync(email, path);
        return page;
    }

    private static async Task ShouldPrintAsync(IPage page, params string[] paths)
    {
        List<string> faults = [];
        foreach (var path in paths)
        {
            await page.EmulateMediaAsync(new() { Media = Media.Screen });
            await page.GotoAsync(path);
            await Expect(page.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            await page.WaitForFunctionAsync(Ready);
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 1123);
                await Expect(page.Locator("main h1")).ToBeVisibleAsync();
                faults.AddRange((await page.EvaluateAsync<string[]>(Faults)).Select(fault => $"{path} at {width}: {fault}"));
            }
        }

        Findings.None(faults);
    }

    /// <summary>The sheet for paper is no part of what a page waits for, and colours change in a moment of their own.</summary>
    private const string Ready = """
        () => {
          if (!document.querySelector('link[media="print"]')?.sheet) return false;
          document.documentElement.getBoundingClientRect();
          return document.getAnimations().every(change => change.effect.getComputedTiming().iterations === Infinity);
        }
        """;

    private const string Faults = """
        () => {
          const seen = one => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().width > 1;
          const named = (what, ones) => ones.map(one => `${what}: ${one.outerHTML.slice(0, 160)}`);
          const all = selector => [...document.querySelectorAll(selector)];
          const dark = getComputedStyle(document.documentElement).backgroundColor;
          const sheet = [...document.querySelector('link[media="print"]').sheet.cssRules].find(rule => rule instanceof CSSPageRule);
          const marks = [...sheet.cssRules].filter(rule => rule.name === 'top-center').map(rule => rule.style.content);
          const environment = getComputedStyle(document.documentElement).getPropertyValue('--environment');
          const isBroken = text => [...text.data.matchAll(/[^\s-]+/g)].some(word => {
            const range = new Range();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            return new Set([...range.getClientRects()].map(line => Math.round(line.top))).size > 1;
          });
          return [
            ...named('no part of a sheet', all(
                'button, .button, input, select, textarea, .filters, nav:not(.pager), .brand, '
                    + '.site-footer, .console-drawer').filter(seen).filter(one => !one.closest('.plan'))),
            ...(all('.site-tools > .chip').some(seen) ? [] : ['nothing says of which environment it is']),
            ...(marks.join() === 'var(--environment)' && environment === '"Test"' ? [] : [`each sheet says: ${marks} ${environment}`]),
            ...named('a broken word', all('main :is(th[scope="row"] > a, .list-grid td .chip)').filter(seen)
                .filter(one => [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && isBroken(node)))),
            ...named('no line to write on', all('.plan :is(input, textarea)').filter(seen).filter(one => {
              const look = getComputedStyle(one);
              return look.borderBlockStartStyle !== 'none' || look.borderBlockEndStyle !== 'dotted';
            })),
            ...named('no table', all('main table').filter(one => !one.closest('.visually-hidden') && seen(one))
                .filter(one => getComputedStyle(one).display !== 'table'
                    || getComputedStyle(one.rows[0]).display !== 'table-row')),
            ...(document.documentElement.scrollWidth > innerWidth ? [`${document.documentElement.scrollWidth} px wide`] : []),
            ...(dark === 'rgb(255, 255, 255)' ? [] : [`on ${dark}`]),
          ];
        }
        """;
}
