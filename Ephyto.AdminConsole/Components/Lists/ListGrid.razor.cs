using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Components.Lists;

public sealed partial class ListGrid<TRow>
{
    private readonly HashSet<string> _chosen = [];
    private readonly Dictionary<string, object?> _named = [];
    private IReadOnlyList<ListColumn<TRow>> _columns = [];
    private List<ListColumn<TRow>> _shown = [];
    private PageOf<TRow>? _read;
    private List<Keyed> _rows = [];
    private string _order = "";
    private string? _question;
    private string? _page;
    private ElementReference _top;
    private bool _comesIntoView;
    private bool _leavesFilter;
    private string? _spoken;
    private bool _isSeen;
    private DateTime _readAt;
    private HashSet<string> _done = [];
    private BulkOutcome? _outcome;

    [Parameter, EditorRequired] public ListColumns<TRow> Columns { get; set; } = default!;

    [Parameter, EditorRequired] public PageOf<TRow> Rows { get; set; } = PageOf<TRow>.Empty;

    [Parameter, EditorRequired] public ListAddress Address { get; set; } = new();

    /// <summary>What the list is called.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    /// <summary>Of the page, such as <c>hub/registrations</c>.</summary>
    [Parameter, EditorRequired] public string Path { get; set; } = "";

    /// <summary>Something is asked for by which rows are left out.</summary>
    [Parameter, EditorRequired] public bool IsFiltered { get; set; }

    /// <summary>Under which name a person keeps views of this list; null: it has none.</summary>
    [Parameter] public string? Views { get; set; }

    /// <summary>Where the list comes as a file. It takes the keys of rows as <see cref="ListNames.Chosen"/>.</summary>
    [Parameter] public string? FileAddress { get; set; }

    /// <summary>What can be done with the rows that are selected, besides exporting them.</summary>
    [Parameter] public RenderFragment<IReadOnlyList<TRow>>? SelectedActions { get; set; }

    /// <summary>What came of the last act on rows that were selected: those it was done to are selected no more.</summary>
    [Parameter] public BulkOutcome? Outcome { get; set; }

    /// <summary>What can be done with one row: in the last column, which cannot be taken away and is in no file.</summary>
    [Parameter] public RenderFragment<TRow>? RowActs { get; set; }

    /// <summary>Instead of the table, where there is nothing at all yet.</summary>
    [Parameter] public RenderFragment? Empty { get; set; }

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IStringLocalizer<ListText> Text { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    private bool CanChoose => FileAddress is not null || SelectedActions is not null;

    private bool IsEveryChosen => Rows.Items.Count > 0 && _chosen.Count == Rows.Items.Count;

    private string Hits => Text[Rows.IsMore ? "HitsMore" : Rows.Total == 1 ? "HitsOne" : "Hits", Rows.Told];

    private string? ChosenCount =>
        _chosen.Count == 0 ? null : Text[_chosen.Count == 1 ? "SelectedOne" : "SelectedMany", _chosen.Count].Value;

    private bool IsSearched => ListQuery.Only(Navigation.Uri, ListNames.Search).Length > 0;

    private string StartOver => ListQuery.On(Path, ListQuery.Only(Navigation.Uri, ListNames.OfLooks));

    private string ChosenFile => ListQuery.On(FileAddress!, $"{ListNames.Sort}={_order}&{ListNames.Chosen}={string.Join(',', _chosen)}");

    protected override void OnParametersSet()
    {
        _columns = Columns.All;
        _shown = [.. _columns.Where(Address.Shows)];
        _order = Address.Order(_columns, Columns.ByDefault);
        _named["aria-label"] = Name;
        if (Outcome is not null && !ReferenceEquals(Outcome, _outcome))
        {
            _done = [.. Outcome.Done.OfType<TRow>().Select(Columns.KeyOf)];
            _chosen.ExceptWith(_done);
        }

        _outcome = Outcome;
        if (ReferenceEquals(Rows, _read)) return;

        // Other rows: the next page of the same question comes into view, and what was selected of the page before is selected no more.
        var question = ListQuery.Question(Navigation.Uri);
        var isSameQuestion = _read is not null && question == _question;
        _comesIntoView = isSameQuestion ? Address.Page != _page : _leavesFilter;
        _leavesFilter = false;
        // What was asked for is answered aloud; of what comes of itself only what is missed.
        var news = isSameQuestion ? NewsOf(_read!) : null;
        (_spoken, _isSeen) = (_read is null || isSameQuestion ? news : Hits, news is not null);
        if (!isSameQuestion || _comesIntoView) _chosen.Clear();
        _chosen.IntersectWith(Rows.Items.Select(Columns.KeyOf));
        _done = [];
        (_read, _question, _page, _readAt) = (Rows, question, Address.Page, Clock.GetUtcNow().UtcDateTime);
        _rows = [.. Rows.Items.Select(row => new Keyed(Columns.KeyOf(row), row))];
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_comesIntoView) return;
        _comesIntoView = false;
        await _top.LeadToAsync();
    }

    /// <summary>
    /// What a reader would miss without a word: a selection that ends with its page, and a row that is here no more since somebody
    /// else, or another tab, changed it.
    /// </summary>
    private string? NewsOf(PageOf<TRow> before)
    {
        if (_comesIntoView) return _chosen.Count > 0 ? Text["SelectionEnded"].Value : null;
        var gone = before.Items.Select(Columns.KeyOf).Except(Rows.Items.Select(Columns.KeyOf)).ToList();
        var fewer = before.Total - Rows.Total - gone.Count(_done.Contains);
        var left = Math.Min(gone.Count(key => !_done.Contains(key)), fewer);
        return left <= 0 ? null : left == 1 ? Text["LeftOne"].Value : Text["LeftMany", left].Value;
    }

    private string NameOf(TRow row) =>
        Columns.SelectedAs(row) ?? _columns.First(column => column.Place == ColumnPlace.Head).Text(row) ?? "";

    private string OrderInWords => _columns.FirstOrDefault(column => SpokenOrderOf(column) is not null) is { } column
        ? Text[SpokenOrderOf(column) == "ascending" ? "PaperAscending" : "PaperDescending", column.Label]
        : Text["PaperUsual"];

    private string? SpokenOrderOf(ListColumn<TRow> column) =>
        _order == column.Key ? "ascending" : _order == $"-{column.Key}" ? "descending" : null;

    private string MarkOf(ListColumn<TRow> column) => SpokenOrderOf(column) switch { "ascending" => "▲", "descending" => "▼", _ => "" };

    private string AddressSortedBy(ListColumn<TRow> column) => Navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?> { [ListNames.Sort] = _order == column.Key ? $"-{column.Key}" : column.Key,
            [ListNames.Page] = null });

    private void Choose(string key)
    {
        if (!_chosen.Remove(key)) _chosen.Add(key);
    }

    private void ChooseEvery(ChangeEventArgs chosen)
    {
        _chosen.Clear();
        if (chosen.Value is true) _chosen.UnionWith(Rows.Items.Select(Columns.KeyOf));
    }

    private void ChooseNone() => _chosen.Clear();

    // The link goes away with the filter: its focus goes on at the list. Whoever opens it in another tab leaves nothing here.
    private void LeaveFilter() => _leavesFilter = true;

    // The library tells rows apart by their equality: news of a row must not take away the button that has the focus, or asks a question.
    private sealed record Keyed(string Key, TRow Row)
    {
        public bool Equals(Keyed? other) => other?.Key == Key;

        public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
    }
}
