using System.Globalization;
using System.IO.Compression;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Components;
using Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;

namespace Ephyto.AdminConsole.Tests.Features.IntegrationDocuments;

/// <summary>The library and a member's documents as lists: their orders, their files and what is done with several.</summary>
public abstract class DocumentListTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Guid _nppo;
    private Actor _viewer = Actor.Anonymous;
    private Actor _hub = Actor.Anonymous;
    private Guid _samples;
    private Guid _guide;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _viewer = await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "viewer@example.org");
        _hub = await Host.AppointAsync(HubRole.HubAdministrator);
        _samples = (await Host.Get<AddDocument>()
            .HandleAsync(new(DocumentKind.Samples, "Samples", "en", DocumentAudience.HubStaff, "a.md", "# One"u8.ToArray()), _hub,
                default)).Value;
        _guide = (await LibraryAsync(null)).Single(item => item.Document.ShippedAs == "integration-guide.fr").Document.Id;
    }

    [Theory]
    [InlineData(null, "IntegrationGuide IntegrationGuide ServiceDescription ServiceDescription ServiceDefinition Samples")]
    [InlineData("-kind", "Samples ServiceDefinition ServiceDescription ServiceDescription IntegrationGuide IntegrationGuide")]
    [InlineData("state", "Samples")]
    [InlineData("version", "Samples")]
    [InlineData("-audience", "Samples")]
    [InlineData("-holders", "IntegrationGuide")]
    public async Task The_library_is_sorted_by_what_is_asked_for_and_kinds_and_states_by_their_order_in_the_field(string? sort,
        string first)
    {
        Assert.True((await Host.Get<NoteReading>().HandleAsync(new(_nppo, _guide), _viewer, default)).IsSuccess);

        var kinds = string.Join(' ', (await LibraryAsync(sort)).Select(item => item.Document.Kind));

        Assert.StartsWith(first, kinds, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_column_that_sorts_does_so_in_both_directions()
    {
        foreach (var sort in Host.Get<LibraryColumns>().All.Where(column => column.Sorts)
            .SelectMany(column => new[] { column.Key, $"-{column.Key}" }))
            Assert.Equal(6, (await LibraryAsync(sort)).Count);
        foreach (var sort in Host.Get<DocumentColumns>().All.Where(column => column.Sorts)
            .SelectMany(column => new[] { column.Key, $"-{column.Key}" }))
            Assert.Equal(5, (await ReadableAsync(sort)).Count);

        Assert.Equal((8, 7),
            (Host.Get<LibraryColumns>().All.Count(column => column.Sorts), Host.Get<DocumentColumns>().All.Count(column => column.Sorts)));
    }

    [Theory]
    [InlineData("sAmp", "Samples")]
    [InlineData("integration-guide.fr", "IntegrationGuide")]
    [InlineData("guide", "IntegrationGuide IntegrationGuide")]
    [InlineData("no such thing", "")]
    public async Task The_library_and_its_file_are_searched_by_title_and_file(string search, string expected)
    {
        var page = (await Host.Get<ListLibrary>().HandleAsync(new(Search: search), _hub, default)).Value.Page;
        var file = (await Host.Get<ExportLibrary>().HandleAsync(new(Search: search), _hub, default)).Value;

        Assert.Equal(expected, string.Join(' ', page.Items.Select(item => item.Document.Kind)));
        Assert.Equal(page.Items.Select(item => item.Document.Id), file.Select(item => item.Document.Id));
    }

    /// <summary>What the reader can read without a dictionary stands at the top.</summary>
    [Theory]
    [InlineData("fr", "fr fr en en en")]
    [InlineData("en", "en en en fr fr")]
    public async Task The_readers_own_language_comes_first(string language, string expected)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            var readable = await ReadableAsync(null);
            Assert.Equal(expected, string.Join(' ', readable.Select(item => item.Document.Language)));
            Assert.Equal([DocumentKind.IntegrationGuide, DocumentKind.ServiceDescription],
                readable.Take(2).Select(item => item.Document.Kind));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public async Task What_the_reader_has_stands_first_where_they_ask_for_it()
    {
        await Host.Get<NoteReading>().HandleAsync(new(_nppo, _guide), _viewer, default);

        var readable = await ReadableAsync("-yours");

        Assert.Equal((_guide, 1), (readable[0].Document.Id, readable[0].Held));
        Assert.All(readable.Skip(1), item => Assert.Null(item.Held));
    }

    [Fact]
    public async Task A_page_has_as_many_rows_as_asked_for()
    {
        for (var number = 0; number < 22; number++)
            await Host.Get<AddDocument>()
                .HandleAsync(
                    new(DocumentKind.Other, $"Paper {number}", "en", DocumentAudience.HubStaff, "a.md",
                        System.Text.Encoding.UTF8.GetBytes($"# {number}")), _hub, default);

        var whole = (await Host.Get<ListLibrary>().HandleAsync(new(Size: 50), _hub, default)).Value.Page;
        var last = (await Host.Get<ListLibrary>().HandleAsync(new(int.MaxValue), _hub, default)).Value.Page;

        Assert.Equal((28, 28), (whole.Items.Count, whole.Total));
        Assert.Equal((2, 3), (last.Number, last.Items.Count));
        Assert.All(whole.Items, item => Assert.NotEmpty(item.Document.Versions));
    }

    [Fact]
    public async Task The_files_have_the_columns_of_the_lists_and_only_the_rows_that_were_selected()
    {
        await Host.AppointAsync(HubRole.Auditor, await Host.AccountAsync("auditor@example.org"));
        using var hub = await Host.SignedInAsync("auditor@example.org");
        var library = await hub.GetStringAsync(new Uri($"/hub/documents.csv?chosen={_samples:N}", UriKind.Relative));
        Assert.Equal(string.Join(',', Host.Get<LibraryColumns>().All.Select(column => column.Label)),
            library.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n')[0]);
        Assert.Contains("Samples", library, StringComparison.Ordinal);
        Assert.Equal(2, library.Trim().Split('\n').Length);

        using var member = await Host.SignedInAsync("viewer@example.org");
        var readable =
            await member.GetStringAsync(new Uri($"/nppo/documents.csv?nppo={_nppo}&chosen={_guide:N},{_samples:N}", UriKind.Relative));
        Assert.Contains("Français", readable, StringComparison.Ordinal);
        Assert.Equal(2, readable.Trim().Split('\n').Length);
        Assert.All(await ReadableAsync(null), item => Assert.Null(item.Held));
    }

    [Fact]
    public async Task The_archive_of_the_selected_holds_nothing_else_and_nothing_that_is_not_theirs()
    {
        var file = (await Host.Get<FetchAllDocuments>().HandleAsync(new(_nppo, true, [_guide, _samples]), _viewer, default)).Value;

        using var archive = new ZipArchive(new MemoryStream(file.Bytes));
        Assert.Equal(2, archive.Entries.Count);
        Assert.All(archive.Entries, entry => Assert.StartsWith("fr/integration-guide.fr", entry.FullName, StringComparison.Ordinal));
        Assert.Equal([_guide], (await ReadableAsync(null)).Where(item => item.Held is not null).Select(item => item.Document.Id));
    }

    private async Task<IReadOnlyList<LibraryItem>> LibraryAsync(string? sort) =>
        (await Host.Get<ListLibrary>().HandleAsync(new(1, sort), _hub, default)).Value.Page.Items;

    private async Task<IReadOnlyList<ReadableDocument>> ReadableAsync(string? sort) =>
        (await Host.Get<ListDocuments>().HandleAsync(new(_nppo, 1, sort), _viewer, default)).Value.Items;
}

public sealed class DocumentListsOnSqlite() : DocumentListTests(DatabaseKind.Sqlite);

public sealed class DocumentListsOnPostgreSql() : DocumentListTests(DatabaseKind.PostgreSql);
