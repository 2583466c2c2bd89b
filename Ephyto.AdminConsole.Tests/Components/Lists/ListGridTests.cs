using Bunit;
using Bunit.TestDoubles;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Components.Lists;

/// <summary>The one list of the console, over rows of a fruit bowl.</summary>
public sealed partial class ListGridTests : PageTests
{
    private const string Path = "hub/bowl";
    private BunitContext _reader = null!;
    private Actor? _actor;

    [Fact]
    public async Task The_columns_give_the_heads_the_cells_and_the_file()
    {
        var grid = await OpenAsync("", Page("apple", "pear"));

        Assert.Equal(["Name", "Colour"],
            grid.FindAll("thead th:not(.list-check)").Select(head => head.TextContent.Trim(' ', '▲', '▼', '\n')));
        Assert.Equal("apple", grid.Find("tbody th[scope=row]").TextContent);
        Assert.Equal("Colour", grid.Find("tbody td[data-label]").GetAttribute("data-label"));
        Assert.Equal("2 entries", grid.Find(".list-hits").TextContent);
        Assert.Equal("Bowl", grid.Find("table").GetAttribute("aria-label"));
        var file = System.Text.Encoding.UTF8.GetString(new BowlColumns().Write(["apple"])).Trim('\uFEFF').ReplaceLineEndings("\n").Trim();
        Assert.Equal("Name,Colour,Weight,Secret\napple,green,100,file of apple", file);
    }

    [Fact]
    public async Task Each_order_is_a_link_and_the_one_in_effect_is_told_to_a_screen_reader()
    {
        var grid = await OpenAsync("?sort=-name&state=open&page=3", Page("apple"));

        var head = grid.Find("th[aria-sort=descending] a");
        Assert.EndsWith("?sort=name&state=open", head.GetAttribute("href"), StringComparison.Ordinal);
        Assert.EndsWith("?sort=colour&state=open", grid.Find("th:not([aria-sort]) a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("ascending", (await OpenAsync("?sort=colour", Page("apple"))).Find("th[aria-sort]").GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task Columns_rows_and_closeness_go_into_the_address()
    {
        var grid = await OpenAsync("?search=a&page=2", Page("apple"));
        await grid.FindAll("input[name=columns]").Single(box => box.GetAttribute("value") == "weight").ChangeAsync(true);
        Assert.EndsWith("?search=a&page=2&columns=colour%2Cweight",
            Uri.UnescapeDataString(AddressNow()).Replace(",", "%2C", StringComparison.Ordinal), StringComparison.Ordinal);

        var wide = await OpenAsync("?columns=weight&density=compact&size=50", Page("apple"));
        Assert.Equal(["Name", "Weight"],
            wide.FindAll("thead th:not(.list-check)").Select(head => head.TextContent.Trim(' ', '▲', '▼', '\n')));
        Assert.NotNull(wide.Find(".list-grid.mud-table-dense"));
        Assert.Equal(["50", "Compact"], wide.FindAll(".list-choice [aria-current]").Select(link => link.TextContent));
    }

    [Fact]
    public async Task Rows_are_selected_acted_on_and_exported()
    {
        var grid = await OpenAsync("?sort=-name", Page("apple", "pear", "plum"));
        Assert.Empty(grid.FindAll(".list-bulk a"));

        await grid.Find("[aria-label$=pear]").ChangeAsync(true);
        Assert.Equal("1 selected", grid.Find(".list-bulk [role=status]").TextContent);
        Assert.Equal("Act on: pear", grid.Find("#act").TextContent);
        Assert.Equal("hub/bowl.csv?sort=-name&chosen=pear", grid.Find(".list-bulk a[download]").GetAttribute("href"));

        await grid.Find("thead input").ChangeAsync(true);
        Assert.Equal("Act on: apple,pear,plum", grid.Find("#act").TextContent);
        await grid.PressAsync("Select none");
        Assert.Empty(grid.FindAll("tbody input[checked]"));
        Assert.Equal("", grid.Find(".list-bulk [role=status]").TextContent);
    }

    [Fact]
    public async Task What_can_be_done_with_one_row_stands_in_a_last_column_that_nobody_takes_away()
    {
        var grid = await OpenAsync("?columns=none", Page("apple", "pear"));
        Assert.Empty(grid.FindAll(".list-acts"));

        grid.Render(parameters => parameters.Add(shown => shown.RowActs, row => $"<button>Eat {row}</button>"));

        Assert.Equal(["Eat apple", "Eat pear"], grid.FindAll(".list-acts button").Select(button => button.TextContent));
        Assert.Equal("Actions", grid.FindAll("thead th")[^1].TextContent);
        Assert.DoesNotContain("acts", grid.FindAll("input[name=columns]").Select(box => box.GetAttribute("value")));
    }

    [Fact]
    public async Task What_is_selected_outlives_news_but_not_another_page_or_filter()
    {
        var grid = await OpenAsync("?search=p", Page("apple", "pear"));
        await grid.Find("thead input").ChangeAsync(true);

        Show(grid, Page("pear", "plum"));
        Assert.Equal("Act on: pear", grid.Find("#act").TextContent);

        Go("?search=p&columns=weight");
        Show(grid, Page("pear", "plum"), new(Columns: "weight"));
        Assert.Equal("Act on: pear", grid.Find("#act").TextContent);

        Go("?search=pe");
        Show(grid, Page("pear"));
        Assert.Empty(grid.FindAll("#act"));
    }

    [Fact]
    public async Task News_of_a_row_leaves_its_button_where_it_is()
    {
        var grid = await OpenAsync("", Page("apple", "pear"));
        grid.Render(parameters => parameters
            .Add(list => list.Rows, Page("apple", "pear"))
            .Add(list => list.Columns, new FirstLetters())
            .Add(list => list.RowActs, (RenderFragment<string>)(row => builder =>
            {
                builder.OpenComponent<Worm>(0);
                builder.AddComponentParameter(1, nameof(Worm.Fruit), row);
                builder.CloseComponent();
            })));
        var worm = grid.FindComponents<Worm>().Single(found => found.Instance.Fruit == "pear").Instance;

        Show(grid, Page("apple", "peach"));

        Assert.Equal(["Eat apple", "Eat peach"], grid.FindAll("tbody tr td:last-child").Select(cell => cell.TextContent));
        Assert.Equal("peach", worm.Fruit);
    }

    [Fact]
    public async Task The_next_page_comes_into_view_and_another_order_does_not_take_the_focus()
    {
        var grid = await OpenAsync("", Page("apple", "pear"));
        var script = _reader.JSInterop.SetupVoid("Blazor._internal.domWrapper.focus", _ => true).SetVoidResult();

        Go("?sort=-name");
        Show(grid, Page("pear", "apple"), new(Sort: "-name"));
        Assert.Empty(script.Invocations);

        Go("?sort=-name&page=2");
        Show(grid, new(["plum"], 26, 2), new(Sort: "-name", Page: "2"));
        Assert.Single(script.Invocations);
        Assert.Contains(grid.Find(".list-hits").Attributes,
            attribute => attribute.Name.Contains("elementReference", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_pages_lead_to_the_first_and_the_last()
    {
        var grid = await OpenAsync("?page=3&size=50", new(["apple"], 240, 3), new(Page: "3", Size: "50"));

        Assert.Equal("101 to 150 of 240", grid.Find(".pager p").TextContent.Trim());
        Assert.Equal(
            ["first ?size=50", "prev ?page=2&size=50", "next ?page=4&size=50", "last ?page=last&size=50"],
            grid.FindAll(".pager a").Select(link => $"{link.GetAttribute("rel")} {new Uri(link.GetAttribute("href")!).Query}"));
        var uncounted = await OpenAsync("", new(["apple"], 525, 1, true));
        Assert.Equal("More than 500 entries", uncounted.Find(".list-hits").TextContent);
        Assert.Equal("1 to 25 of more than 500", uncounted.Find(".pager p").TextContent.Trim());
        Assert.Single(uncounted.FindAll(".pager a[rel=last]"));
    }

    [Fact]
    public async Task Whoever_filtered_can_start_over_and_keeps_the_columns()
    {
        var grid = await OpenAsync("?search=zzz&sort=name&columns=weight", PageOf<string>.Empty, isFiltered: true);

        Assert.Contains("Nothing matches", grid.Markup, StringComparison.Ordinal);
        Assert.All(grid.FindAll("a").Where(link => link.TextContent is "Start over" or "Show everything"),
            link => Assert.Equal("hub/bowl?columns=weight", link.GetAttribute("href")));
        Assert.Equal("Nothing yet", (await OpenAsync("", PageOf<string>.Empty)).Find("#empty").TextContent);
    }

    private static PageOf<string> Page(params string[] rows) => new(rows, rows.Length, 1);

    private async Task<IRenderedComponent<ListGrid<string>>> OpenAsync(string query, PageOf<string> page, ListAddress? address = null,
        bool isFiltered = false)
    {
        _reader = Reader(_actor ??= await Host.AppointAsync(HubRole.Auditor, "Auditor"));
        _reader.Services.GetRequiredService<BunitNavigationManager>().NavigateTo($"/{Path}{query}");
        var asked = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);
        string? Asked(string name) => asked.TryGetValue(name, out var value) ? value.ToString() : null;
        return _reader.Render<ListGrid<string>>(parameters => parameters
            .Add(grid => grid.Columns, new BowlColumns()).Add(grid => grid.Rows, page).Add(grid => grid.Name, "Bowl")
            .Add(grid => grid.Path, Path)
            .Add(grid => grid.Address, address ?? new(Asked("sort"), Asked("page"), Asked("size"), Asked("columns"), Asked("density")))
            .Add(grid => grid.IsFiltered, isFiltered).Add(grid => grid.FileAddress, "hub/bowl.csv")
            .Add(grid => grid.SelectedActions,
                (RenderFragment<IReadOnlyList<string>>)(rows => builder =>
                    builder.AddMarkupContent(0, $"<b id=act>Act on: {string.Join(',', rows)}</b>")))
            .Add(grid => grid.Empty, "<p id=empty>Nothing yet</p>"));
    }

    private void Go(string query) => _reader.Services.GetRequiredService<BunitNavigationManager>().NavigateTo($"/{Path}{query}");

    private string AddressNow() => _reader.Services.GetRequiredService<BunitNavigationManager>().Uri;

    private static void Show(IRenderedComponent<ListGrid<string>> grid, PageOf<string> page, ListAddress? address = null) =>
        grid.Render(parameters => parameters.Add(list => list.Rows, page).Add(list => list.Address, address ?? new()));

    /// <summary>A fruit stays the same while its name begins alike.</summary>
    private sealed class FirstLetters : BowlColumns
    {
        public override string KeyOf(string row) => row[..1];
    }

    private sealed class Worm : ComponentBase
    {
        [Parameter] public string Fruit { get; set; } = "";

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, $"Eat {Fruit}");
    }

    private class BowlColumns : ListColumns<string>
    {
        public override string ByDefault => "name";

        public override IReadOnlyList<ListColumn<string>> All =>
        [
            new("name", "Name", row => row, Place: ColumnPlace.Head, Sorts: true), new("colour", "Colour", _ => "green", Sorts: true),
            new("weight", "Weight", _ => "100", Place: ColumnPlace.Offered),
            new("secret", "Secret", row => $"file of {row}", Place: ColumnPlace.File),
        ];

        public override string KeyOf(string row) => row;
    }
}
