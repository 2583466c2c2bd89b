using Ephyto.AdminConsole.Data;
using Bunit;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components.Web;

namespace Ephyto.AdminConsole.Tests.Components.Lists;

/// <summary>What follows an act of the reader: where they go on, and what stays selected.</summary>
public sealed partial class ListGridTests
{
    [Fact]
    public async Task Whoever_starts_over_goes_on_at_the_list_and_hears_what_is_in_it()
    {
        var grid = await OpenAsync("?search=p", Page("pear"), isFiltered: true);
        var script = _reader.JSInterop.SetupVoid("Blazor._internal.domWrapper.focus", _ => true).SetVoidResult();
        Assert.Equal("", Spoken(grid));

        await grid.FindAll("a").Single(link => link.TextContent == "Start over").ClickAsync();
        Go("");
        Show(grid, Page("apple", "pear"));
        Assert.Single(script.Invocations);
        Assert.Equal("2 entries", Spoken(grid));

        Show(grid, Page("apple", "pear", "plum"));
        Assert.Equal("", Spoken(grid));
        Assert.Single(script.Invocations);
    }

    [Fact]
    public async Task Whoever_starts_over_in_another_tab_stays_where_they_are()
    {
        var grid = await OpenAsync("?search=p", Page("pear"), isFiltered: true);
        await grid.Find("tbody input").ChangeAsync(true);

        await grid.FindAll("a").Single(link => link.TextContent == "Start over").ClickAsync(new MouseEventArgs { CtrlKey = true });
        Show(grid, Page("pear", "plum"));

        Assert.Empty(_reader.JSInterop.Invocations["Blazor._internal.domWrapper.focus"]);
        Assert.Equal("Act on: pear", grid.Find("#act").TextContent);
    }

    [Fact]
    public async Task What_an_act_was_done_to_is_selected_no_more()
    {
        var grid = await OpenAsync("", Page("apple", "pear", "plum"));
        await grid.Find("thead input").ChangeAsync(true);
        var outcome = await BulkOutcome.OfAsync(
            ["apple", "plum"], row => row, row => Task.FromResult<DomainError?>(row == "plum" ? AccessErrors.NotAllowed : null));

        grid.Render(parameters => parameters.Add(list => list.Outcome, outcome));
        Assert.Equal("Act on: pear,plum", grid.Find("#act").TextContent);

        // Of the same news nothing follows twice.
        await grid.Find("[aria-label$=apple]").ChangeAsync(true);
        grid.Render(parameters => parameters.Add(list => list.Outcome, outcome));
        Assert.Equal("Act on: apple,pear,plum", grid.Find("#act").TextContent);
    }

    [Fact]
    public async Task A_row_that_somebody_else_took_away_goes_with_a_word()
    {
        var grid = await OpenAsync("?search=p", Page("apple", "pear", "plum"));

        Show(grid, Page("apple", "plum", "pear"));
        Assert.Equal("", Spoken(grid));
        Show(grid, new(["quince", "apple", "plum"], 4, 1));
        Assert.Equal("", Spoken(grid));

        Show(grid, Page("quince", "plum"));
        Assert.Equal("The list has just changed: one entry fewer.", Spoken(grid));
        Assert.NotNull(grid.Find(".list-bar .list-news[role=status]"));
        Show(grid, PageOf<string>.Empty);
        Assert.Equal("The list has just changed: 2 entries fewer.", Spoken(grid));
    }

    [Fact]
    public async Task What_was_done_to_a_row_is_not_told_twice()
    {
        var grid = await OpenAsync("", Page("apple", "pear", "plum"));
        var outcome = await BulkOutcome.OfAsync(["apple", "plum"], row => row, _ => Task.FromResult<DomainError?>(null));

        grid.Render(parameters => parameters.Add(list => list.Outcome, outcome));
        Show(grid, Page("pear"));

        Assert.Equal("", Spoken(grid));
    }

    [Fact]
    public async Task What_becomes_later_of_a_row_that_something_was_done_to_is_news_again()
    {
        var grid = await OpenAsync("", Page("apple", "pear"));
        var outcome = await BulkOutcome.OfAsync(["apple"], row => row, _ => Task.FromResult<DomainError?>(null));
        grid.Render(parameters => parameters.Add(list => list.Outcome, outcome));
        Show(grid, Page("apple", "pear"));

        Show(grid, Page("pear"));

        Assert.Equal("The list has just changed: one entry fewer.", Spoken(grid));
    }

    [Fact]
    public async Task A_selection_ends_with_its_page_and_says_so()
    {
        var grid = await OpenAsync("", new(["apple", "pear"], 4, 1), new());
        await grid.Find("thead input").ChangeAsync(true);

        Go("?page=2");
        Show(grid, new(["plum", "quince"], 4, 2), new(Page: "2"));
        Assert.Equal("The selection of the page before has ended.", Spoken(grid));

        Go("?page=1");
        Show(grid, new(["apple", "pear"], 4, 1), new(Page: "1"));
        Assert.Equal("", Spoken(grid));
    }

    [Theory]
    [InlineData("", "Order: Name, ascending ·")]
    [InlineData("?sort=-colour", "Order: Colour, descending ·")]
    public async Task On_paper_stands_in_which_order_and_when_the_rows_were_read(string query, string order)
    {
        var paper = (await OpenAsync(query, Page("apple"))).Find(".list-paper");

        Assert.Contains(order, paper.TextContent, StringComparison.Ordinal);
        Assert.Equal(Host.Time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture),
            paper.QuerySelector("time")!.GetAttribute("datetime")![..16]);
    }

    private static string Spoken(IRenderedComponent<ListGrid<string>> grid) => grid.Find(".list-bar [role=status]").TextContent;
}
