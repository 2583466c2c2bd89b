using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Csv;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Common;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Letters.Components;

/// <summary>The columns of the hub's list of letters, of its file, its chooser and its sort.</summary>
public sealed partial class LetterColumns
{
    private readonly IStringLocalizer<LettersText> _text;
    private readonly Terms _terms;
    private readonly CountryCatalogue _countries;

    internal LetterColumns(IStringLocalizer<LettersText> text, Terms terms, CountryCatalogue countries)
        : base(text, LetterFilter.Orders) =>
        (_text, _terms, _countries) = (text, terms, countries);

    public override IReadOnlyList<ListColumn<LetterRow>> All =>
    [
        Column("country", "Country", row => _countries.NameOf(row.Letter.CountryCode, Languages.Current.Code), CountryOf, ColumnPlace.Head),
        Column("organization", "Organization", row => row.Organization, place: ColumnPlace.Offered),
        Column("number", "Number", row => row.Letter.Number?.ToString(), NumberOf),
        Column("state", "State", row => _terms.Of(row.Letter.Status), StateOf),
        Column("since", "CsvSince", row => CsvTable.Moment(row.Letter.StatusSince), row => TimeOf(row.Letter.StatusSince),
            ColumnPlace.Offered),
        Column("waiting", "WaitingSince", row => CsvTable.Moment(WaitingSince(row)), row => TimeOf(WaitingSince(row))),
        Column("requested", "Requested", row => CsvTable.Moment(row.Letter.RequestedAt), row => TimeOf(row.Letter.RequestedAt),
            ColumnPlace.Offered),
        Column("issued", "CsvIssued", row => CsvTable.Moment(row.Letter.IssuedAt), row => TimeOf(row.Letter.IssuedAt)),
        Column("language", "Language", row => _terms.Of(row.Letter.Language), place: ColumnPlace.Offered),
        Column("addressee", "Addressee", row => row.Letter.Addressee, place: ColumnPlace.Offered),
        Column("fingerprint", "Fingerprint", row => row.Letter.Sha256, place: ColumnPlace.File),
    ];

    public override string KeyOf(LetterRow row) => row.Letter.Id.ToString("N");

    private static DateTime? WaitingSince(LetterRow row) => row.Letter.IsOpen ? row.Letter.RequestedAt : null;
}
