using Ephyto.AdminConsole.Tests.Architecture;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd.Layout;

/// <summary>Whoever goes through a page by the keyboard sees at each step where they are.</summary>
[Collection(nameof(LayoutApp))]
public sealed class FocusTests(LayoutApp console) : BrowserTests
{
    // More than any page has stops.
    private const int Limit = 400;

    [Fact]
    public async Task On_pages_for_everybody()
    {
        var page = await OpenAsync(console.App, Visitor.English, "/");

        await ShouldShowFocusAsync(page, "", "guide", "account/sign-in", "register");
    }

    [Fact]
    public async Task On_pages_of_an_organization()
    {
        await console.DataAsync();
        var page = await SignedInAsync(LayoutApp.Member, "/nppo");

        await ShouldShowFocusAsync(page, "nppo", "nppo/members");
    }

    [Fact]
    public async Task On_pages_of_the_hub_its_dialogs_and_menus()
    {
        await console.DataAsync();
        var page = await SignedInAsync(LayoutApp.Administrator, "/hub");
        await ShouldShowFocusAsync(page, "hub", "hub/registrations", "hub/users");

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove" }).First.ClickAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('[role=dialog]')?.contains(document.activeElement) === true");
        Findings.None(await UnseenInAsync(page.GetByRole(AriaRole.Dialog)));
    }

    [Fact]
    public async Task In_the_menus_of_a_telephone()
    {
        await console.DataAsync();
        var page = await SignedInAsync(LayoutApp.Member, "/nppo", Visitor.English.OnTelephone());
        await Expect(page.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);

        await page.Locator(".menu > summary").ClickAsync();
        await Expect(page.Locator(".menu-panel")).ToBeVisibleAsync();
        Findings.None(await UnseenInBothThemesAsync(page, 2));
        await page.Keyboard.PressAsync("Escape");

        await page.Locator(".console-menu").ClickAsync();
        await Expect(page.Locator(".console-nav a").First).ToBeVisibleAsync();
        Findings.None(await UnseenInBothThemesAsync(page, 5));
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".console-menu")).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(page.Locator(".console-menu")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Where_a_press_opens_a_form_it_goes_on_there()
    {
        await console.DataAsync();
        var page = await SignedInAsync(LayoutApp.Administrator, "/hub");
        foreach (var path in (string[])["hub/users", "hub/documents"])
        {
            await page.GotoAsync(console.App.AddressOf(path));
            await page.Locator(".page-actions .button-primary").ClickAsync();
            await Expect(page.Locator("[data-opened]")).ToBeFocusedAsync();
        }

        var member = await SignedInAsync(LayoutApp.Member, "/nppo");
        foreach (var path in (string[])["nppo/members", "nppo/certificates"])
        {
            await member.GotoAsync(console.App.AddressOf(path));
            await member.Locator(".page-actions .button-primary").ClickAsync();
            await Expect(member.Locator("[data-opened]")).ToBeFocusedAsync();
        }
    }

    private async Task<IPage> SignedInAsync(string email, string path, Visitor? visitor = null)
    {
        var page = await OpenAsync(console.App, visitor, path);
        await page.SignInAsync(email, path);
        return page;
    }

    private static async Task ShouldShowFocusAsync(IPage page, params string[] paths)
    {
        List<string> unseen = [];
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await Expect(page.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);
            await Expect(page.Locator("main h1")).ToHaveCountAsync(1);
            unseen.AddRange((await UnseenInBothThemesAsync(page, 5)).Select(element => $"{path}: {element}"));
        }

        Findings.None(unseen);
    }

    private static async Task<IReadOnlyList<string>> UnseenInBothThemesAsync(IPage page, int atLeast)
    {
        List<string> unseen = [];
        foreach (var theme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = theme });
            unseen.AddRange(await UnseenAsync(page, atLeast));
        }

        return unseen;
    }

    /// <summary>
    /// What a dialog holds, one after the other: its edges hand the focus on only after a round trip, so no key leads through it alone.
    /// </summary>
    private static async Task<IReadOnlyList<string>> UnseenInAsync(ILocator dialog)
    {
        List<string> unseen = [];
        await dialog.Page.Keyboard.PressAsync("Tab");
        await dialog.Page.EvaluateAsync("() => { globalThis.focusStops = new Set(); }");
        var held = await dialog.Locator("button, a[href], input, select, textarea").AllAsync();
        Assert.NotEmpty(held);
        foreach (var one in held)
        {
            await one.FocusAsync();
            var stop = await dialog.Page.EvaluateAsync<string>(Stop);
            if (stop.Length > 0) unseen.Add(stop);
        }

        return unseen;
    }

    /// <summary>
    /// The places at which the focus stops and cannot be seen. A page may begin in its middle; from its end the round goes on at its top.
    /// </summary>
    private static async Task<IReadOnlyList<string>> UnseenAsync(IPage page, int atLeast)
    {
        List<string> unseen = [];
        var stops = 0;
        await page.EvaluateAsync("() => { globalThis.focusStops = new Set(); }");
        for (var key = 0; key < Limit; key++)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await page.EvaluateAsync<string>(Stop);
            if (stop == "end") break;
            if (stop == "top") continue;
            stops++;
            if (stop.Length > 0) unseen.Add(stop);
        }

        Assert.InRange(stops, atLeast, Limit - 1);
        return unseen;
    }

    /// <summary>
    /// Where the focus is, if it cannot be seen there; "top" between the end of the page and its beginning, "end" where it has been before.
    /// A field of several parts is several stops. What changes with the focus, and what comes into sight, may take its moment. An edge of a
    /// dialog hands the focus on.
    /// </summary>
    private const string Stop = """
        async () => {
          const one = document.activeElement ?? document.body;
          if (focusStops.has(one) && focusStops.last !== one) return 'end';
          focusStops.add(one);
          focusStops.last = one;
          if (one === document.body || one.matches('.pointer-events-none')) return 'top';
          const style = getComputedStyle(one);
          const moves = animation => animation.playState === 'running' && animation.effect.getTiming().iterations !== Infinity;
          for (let frame = 0; frame < 120 && document.getAnimations().some(moves); frame++) await new Promise(requestAnimationFrame);
          const box = one.getBoundingClientRect();
          const drawn = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && !/, 0\)$/.test(style.outlineColor);
          const there = box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight
            && one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
          return drawn && there ? '' : one.outerHTML.slice(0, 200);
        }
        """;
}
