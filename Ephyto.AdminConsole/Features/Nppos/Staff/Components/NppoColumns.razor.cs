using System.Globalization;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Csv;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.Components;

/// <summary>The columns of the list of organizations, of its file, its chooser and its sort.</summary>
public sealed partial class NppoColumns
{
    private readonly IStringLocalizer<NppoStaffText> _text;
    private readonly Terms _terms;
    private readonly CountryCatalogue _countries;

    internal NppoColumns(IStringLocalizer<NppoStaffText> text, Terms terms, CountryCatalogue countries)
        : base(text, NppoFilter.Orders) =>
        (_text, _terms, _countries) = (text, terms, countries);

    public override IReadOnlyList<ListColumn<NppoRow>> All =>
    [
        Column("code", "CountryCode", row => row.Nppo.CountryCode, place: ColumnPlace.File),
        Column("country", "Country", row => _countries.NameOf(row.Nppo.CountryCode), CountryOf, ColumnPlace.Head),
        Column("organization", "Organization", row => row.Nppo.Organization.Name, place: ColumnPlace.Offered),
        Column("english", "NameInEnglish", row => row.Nppo.Organization.NameInEnglish, place: ColumnPlace.Offered),
        Column("state", "State", row => _terms.Of(row.Nppo.Status), StateOf),
        Column("since", "CsvStateSince", row => CsvTable.Moment(row.Nppo.StatusSince), row => TimeOf(row.Nppo.StatusSince),
            ColumnPlace.Offered),
        Column("reason", "Reason", ReasonOf, place: ColumnPlace.File),
        Column("registered", "MemberSince", row => CsvTable.Moment(row.Nppo.RegisteredAt), row => TimeOf(row.Nppo.RegisteredAt),
            ColumnPlace.Offered),
        Column("contact", "TechnicalContact", row => row.Contact is { } contact ? _terms.Person(contact.Person.FullName) : null, ContactOf),
        Column("email", "CsvContactEmail", row => row.Contact?.Email, place: ColumnPlace.File),
        Column("administrators", "Administrators", row => row.Administrators.ToString(CultureInfo.InvariantCulture), AdministratorsOf),
        Column("signin", "LastSignIn", row => CsvTable.Moment(row.LastSignInAt), SignInOf),
        Column("serves", "ServedCountries", row => row.Serves.Count.ToString(CultureInfo.InvariantCulture), place: ColumnPlace.Offered),
        Column("servedcodes", "CsvServedCodes", CodesOf, place: ColumnPlace.File),
        Column("through", "ServedThrough", row => row.Through?.Organization, ThroughOf, ColumnPlace.Offered),
        Column("throughcode", "CsvThroughConnection", row => row.Through?.Connection, place: ColumnPlace.File),
        Column("throughend", "CsvThroughEnd", row => row.Through?.EndsOn?.ToString("O", CultureInfo.InvariantCulture),
            place: ColumnPlace.File),
        Column("throughmore", "CsvThroughMore", row => row.Through is { AsksMore: true } ? _text["Yes"].Value : null,
            place: ColumnPlace.File),
    ];

    public override string KeyOf(NppoRow row) => row.Nppo.Id.ToString("N");

    private static string CodesOf(NppoRow row) =>
        string.Join(' ', row.Serves.Select(one => one.CountryCode).Order(StringComparer.Ordinal));

    private static string? ReasonOf(NppoRow row) => row.Nppo.SuspensionWords ?? row.Nppo.ClosingWords;
}
