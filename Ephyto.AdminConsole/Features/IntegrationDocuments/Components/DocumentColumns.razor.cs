using System.Globalization;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;
using Ephyto.AdminConsole.Platform.Csv;
using Ephyto.Domain.Common;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Components;

/// <summary>The columns of a member's documents, of their file, their chooser and their sort.</summary>
public sealed partial class DocumentColumns
{
    private readonly IStringLocalizer<DocumentsText> _text;
    private readonly Terms _terms;

    internal DocumentColumns(IStringLocalizer<DocumentsText> text, Terms terms)
        : base(text, ListDocuments.Orders) =>
        (_text, _terms) = (text, terms);

    public override IReadOnlyList<ListColumn<ReadableDocument>> All =>
    [
        Column("title", "TitleLabel", item => item.Document.Title, TitleOf, ColumnPlace.Head),
        Column("kind", "Kind", item => _terms.Of(item.Document.Kind), place: ColumnPlace.Offered),
        Column("language", "Language", item => Languages.Find(item.Document.Language)?.NativeName),
        Column("version", "VersionColumn", item => item.Document.Current!.Number.ToString(CultureInfo.InvariantCulture), VersionOf),
        Column("since", "PublishedSince", item => CsvTable.Moment(item.Document.Current!.StatusSince), SinceOf, ColumnPlace.Offered),
        Column("news", "Notes", item => item.Document.Current!.Notes, NewsOf, ColumnPlace.Offered),
        Column("yours", "YourVersion", item => item.Held?.ToString(CultureInfo.InvariantCulture), YoursOf),
        Column("format", "Format", item => _terms.Of(item.Document.Current!.Format), place: ColumnPlace.Offered),
        Column("size", "SizeColumn", item => _text["Size", Math.Max(1, item.Document.Current!.Size / 1024)], place: ColumnPlace.Offered),
    ];

    public override string KeyOf(ReadableDocument row) => row.Document.Id.ToString("N");
}
