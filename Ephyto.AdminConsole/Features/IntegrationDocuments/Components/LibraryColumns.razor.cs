using System.Globalization;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;
using Ephyto.AdminConsole.Platform.Csv;
using Ephyto.Domain.Common;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Components;

/// <summary>The columns of the library, of its file, its chooser and its sort.</summary>
public sealed partial class LibraryColumns
{
    private readonly IStringLocalizer<DocumentsText> _text;
    private readonly Terms _terms;

    internal LibraryColumns(IStringLocalizer<DocumentsText> text, Terms terms)
        : base(text, ListLibrary.Orders) =>
        (_text, _terms) = (text, terms);

    public override IReadOnlyList<ListColumn<LibraryItem>> All =>
    [
        Column("title", "TitleLabel", item => item.Document.Title, TitleOf, ColumnPlace.Head),
        Column("kind", "Kind", item => _terms.Of(item.Document.Kind), place: ColumnPlace.Offered),
        Column("language", "Language", item => Languages.Find(item.Document.Language)?.NativeName),
        Column("audience", "Audience", item => _terms.Of(item.Document.Audience)),
        Column("version", "PublishedVersion", item => item.Document.Current?.Number.ToString(CultureInfo.InvariantCulture),
            place: ColumnPlace.Offered),
        Column("state", "NewestVersion", item => _terms.Of(item.Newest.Status), StateOf),
        Column("since", "StateSince", item => CsvTable.Moment(item.Newest.StatusSince), SinceOf, ColumnPlace.Offered),
        Column("holders", "Holders", item => item.Holders.ToString(CultureInfo.InvariantCulture)),
        Column("format", "Format", item => _terms.Of(item.Newest.Format), place: ColumnPlace.Offered),
        Column("file", "File", item => item.Newest.FileName, place: ColumnPlace.Offered),
        Column("fingerprint", "Fingerprint", item => item.Newest.Sha256, place: ColumnPlace.File),
    ];

    public override string KeyOf(LibraryItem row) => row.Document.Id.ToString("N");
}
