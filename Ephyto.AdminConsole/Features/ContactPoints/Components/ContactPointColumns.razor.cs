using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Csv;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Common;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.ContactPoints.Components;

/// <summary>The columns of the directory, of its chooser and its sort. Its file has the columns of the import.</summary>
public sealed partial class ContactPointColumns
{
    private readonly IStringLocalizer<ContactPointText> _text;
    private readonly Terms _terms;
    private readonly CountryCatalogue _countries;

    internal ContactPointColumns(IStringLocalizer<ContactPointText> text, Terms terms, CountryCatalogue countries)
        : base(text, DirectoryFilter.Orders) =>
        (_text, _terms, _countries) = (text, terms, countries);

    public override IReadOnlyList<ListColumn<ContactPointRow>> All =>
    [
        Column("country", "Country", row => row.Country.NameIn(Languages.Current.Code), CountryOf, ColumnPlace.Head),
        Column("contact", "Contact", row => row.Entry?.FullName, ContactOf),
        Column("job", "JobTitle", row => row.Entry?.JobTitle, place: ColumnPlace.Offered),
        Column("organization", "Organization", row => row.Entry?.Organization),
        Column("address", "Address", row => row.Entry?.Address, place: ColumnPlace.Offered),
        Column("phone", "Phone", row => row.Entry?.Phone, place: ColumnPlace.Offered),
        Column("email", "Email", row => row.Entry?.Email, place: ColumnPlace.Offered),
        Column("language", "PreferredLanguage", row => row.Entry?.PreferredLanguage, place: ColumnPlace.Offered),
        Column("kind", "Kind", row => row.Entry is { } entry ? _terms.Of(entry.Kind) : null),
        Column("party", "Party", row => _terms.Of(row.Party, _countries)),
        Column("since", "ValidSince", row => CsvTable.Moment(row.Since), SinceOf),
        Column("through", "ServedThrough", row => row.Through?.Organization, ThroughOf, ColumnPlace.Offered),
        Column("asof", "AsOf", row => CsvTable.Moment(row.AsOf), row => TimeOf(row.AsOf), ColumnPlace.Offered),
    ];

    public override string KeyOf(ContactPointRow row) => row.Country.Code;
}
