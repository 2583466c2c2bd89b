using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd.Layout;

/// <summary>Whoever works through a long list keeps their place in it.</summary>
[Collection(nameof(LayoutApp))]
public sealed class ListTests(LayoutApp console) : BrowserTests
{
    private const string Top = "link => Math.round(link.getBoundingClientRect().top)";

    [Fact]
    public async Task The_way_back_from_a_row_leads_to_that_row_where_it_stood()
    {
        await console.DataAsync();
        var page = await AtListAsync("hub/contact-points?sort=-country&page=2");
        var row = page.Locator(".list-grid tbody tr").Nth(15).Locator("th a");
        var name = await row.TextContentAsync();
        await row.ScrollIntoViewIfNeededAsync();
        var top = await row.EvaluateAsync<int>(Top);

        await row.ClickAsync();
        await Expect(page.Locator("main h1")).ToHaveTextAsync(name!);
        await page.GoBackAsync();
        await ShouldBeThereAsync();

        // The link that leads back knows the way as well as the browser does; the menu begins anew.
        await row.ClickAsync();
        await Expect(page.Locator("main h1")).ToHaveTextAsync(name!);
        await page.Locator(".page-back a").ClickAsync();
        await Expect(page).ToHaveURLAsync(console.App.AddressOf("hub/contact-points?sort=-country&page=2"));
        await ShouldBeThereAsync();
        await row.ClickAsync();
        await Expect(page.Locator("main h1")).ToHaveTextAsync(name!);
        await page.Locator(".console-nav a[href='hub/contact-points']").ClickAsync();
        await Expect(page).ToHaveURLAsync(console.App.AddressOf("hub/contact-points"));
        await Expect(page.Locator("main h1")).ToBeFocusedAsync();

        async Task ShouldBeThereAsync()
        {
            await Expect(row).ToHaveTextAsync(name!);
            await Expect(row).ToBeFocusedAsync();
            Assert.InRange(await row.EvaluateAsync<int>(Top), top - 2, top + 2);
        }
    }

    [Fact]
    public async Task Rows_whose_links_differ_only_in_what_they_ask_for_are_told_apart_on_the_way_back()
    {
        await console.DataAsync();
        var page = await OpenAsync(console.App, Visitor.English, "/nppo");
        await page.SignInAsync(LayoutApp.Member, "/nppo");
        await page.GotoAsync("nppo/sandbox/envelopes");
        await Expect(page.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);
        var row = page.Locator(".list-grid tbody tr").Nth(1).Locator("th a");
        var number = await row.TextContentAsync();

        await row.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/nppo/sandbox\?search="));
        await page.GoBackAsync();

        await Expect(row).ToHaveTextAsync(number!);
        await Expect(row).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_panels_above_a_list_close_with_Escape_one_opens_at_a_time_and_the_focus_is_never_lost()
    {
        await console.DataAsync();
        var page = await AtListAsync("hub/nppos?search=a");
        var (views, looks) = (page.Locator(".list-menu").First, page.Locator(".list-menu").Last);

        await looks.Locator("summary").ClickAsync();
        await views.Locator("summary").ClickAsync();
        await Expect(page.Locator(".list-menu[open]")).ToHaveCountAsync(1);
        await page.Locator("#view-name").FillAsync("Mine");
        await page.Keyboard.PressAsync("Enter");
        await Expect(views.Locator(".list-views a")).ToHaveTextAsync("Mine");

        await views.GetByRole(AriaRole.Button, new() { Name = "Rename Mine" }).ClickAsync();
        await Expect(page.Locator("#view-rename")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(views.Locator(".list-views a")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(views.Locator("summary")).ToBeFocusedAsync();
        await Expect(page.Locator(".list-menu[open]")).ToHaveCountAsync(0);

        await page.Locator(".list-bar > a").ClickAsync();
        await Expect(page.Locator(".list-hits")).ToBeFocusedAsync();
        await views.Locator("summary").ClickAsync();
        await views.Locator(".list-views a").ClickAsync();
        await Expect(page).ToHaveURLAsync(console.App.AddressOf("hub/nppos?search=a"));
        await Expect(page.Locator(".list-menu[open]")).ToHaveCountAsync(0);
        await Expect(page.Locator(".list-hits")).ToBeFocusedAsync();

        await views.Locator("summary").ClickAsync();
        await views.GetByRole(AriaRole.Button, new() { Name = "Delete Mine" }).ClickAsync();
        await Expect(views.Locator("[data-opened]")).ToBeFocusedAsync();
        await views.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await Expect(views.Locator(".list-views")).ToHaveCountAsync(0);
        await Expect(views.Locator("summary")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_is_said_small_stands_below_what_it_is_about()
    {
        await console.DataAsync();
        var page = await AtListAsync("hub/nppos");
        foreach (var path in (string[])["hub/nppos", "hub/registrations", "hub/integration", "hub/documents"])
        {
            await page.GotoAsync(path);
            await Expect(page.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);
            await Expect(page.Locator(".list-grid tbody th").First).ToBeVisibleAsync();
            Assert.Empty(await page.EvaluateAsync<string[]>(Beside));
        }
    }

    [Fact]
    public async Task No_word_of_a_state_is_torn_on_paper()
    {
        await console.DataAsync();
        var page = await AtListAsync("hub/outbox");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync(680, 1000);
        await page.WaitForFunctionAsync("() => document.querySelector('link[media=print]')?.sheet != null");

        Assert.Empty(await page.EvaluateAsync<string[]>(Torn));
    }

    private const string Beside = """
        () => [...document.querySelectorAll('.list-grid .mud-table-cell > .small')].filter(small => {
          const before = small.previousElementSibling ?? small.previousSibling;
          const range = document.createRange();
          if (!before || !before.textContent.trim()) return false;
          range.selectNode(before);
          return range.getBoundingClientRect().bottom > small.getBoundingClientRect().top + 8;
        }).map(small => small.parentElement.textContent)
        """;

    private const string Torn = """
        () => [...document.querySelectorAll('.list-grid .chip')].filter(chip => {
          const isOneWord = !/\s/.test(chip.textContent.trim());
          return isOneWord && chip.getBoundingClientRect().height > 2.2 * parseFloat(getComputedStyle(chip).fontSize);
        }).map(chip => chip.textContent)
        """;

    private async Task<IPage> AtListAsync(string path)
    {
        var page = await OpenAsync(console.App, Visitor.English, "/hub");
        await page.SignInAsync(LayoutApp.Administrator, "/hub");
        await page.GotoAsync(console.App.AddressOf(path));
        await Expect(page.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);
        return page;
    }
}
