using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Csv;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Registrations.Staff.Components;

/// <summary>The columns of the list of registrations, of its file, its chooser and its sort.</summary>
public sealed partial class RegistrationColumns
{
    private readonly IStringLocalizer<RegistrationStaffText> _text;
    private readonly IStringLocalizer<FieldNames> _names;
    private readonly Terms _terms;
    private readonly CountryCatalogue _countries;

    internal RegistrationColumns(IStringLocalizer<RegistrationStaffText> text, IStringLocalizer<FieldNames> names, Terms terms,
        CountryCatalogue countries)
        : base(text, RegistrationFilter.Orders) =>
        (_text, _names, _terms, _countries) = (text, names, terms, countries);

    public override IReadOnlyList<ListColumn<RegistrationListRow>> All =>
    [
        Column("reference", "Reference", row => row.Reference, ReferenceOf, ColumnPlace.Head),
        Column("code", "CountryCode", row => row.CountryCode, place: ColumnPlace.File),
        Column("country", "Country", row => _countries.NameOf(row.CountryCode, Languages.Current.Code), CountryOf),
        Column("organization", "Organization", row => row.Organization, place: ColumnPlace.Offered),
        Column("english", "NameInEnglish", row => row.NameInEnglish, place: ColumnPlace.Offered),
        Column("kind", "RequestKind", row => _terms.Of(row.Kind), KindOf, ColumnPlace.Offered),
        Column("state", "State", row => _terms.Of(row.Status), StateOf),
        Column("why", "WhyEscalated", Why, place: ColumnPlace.File),
        Column("representative", "TheRepresentative", row => row.Representative.FullName, place: ColumnPlace.Offered),
        Column("email", "Email", row => row.Representative.Email, place: ColumnPlace.Offered),
        Column("language", "PreferredLanguage", row => row.Representative.PreferredLanguage, place: ColumnPlace.Offered),
        Column("submitted", "Submitted", row => CsvTable.Moment(row.SubmittedAt), row => TimeOf(row.SubmittedAt)),
        Column("verified", "CsvVerified", row => CsvTable.Moment(row.VerifiedAt), row => TimeOf(row.VerifiedAt), ColumnPlace.Offered),
        Column("asked", "CsvAsked", row => CsvTable.Moment(row.AskedAt), row => TimeOf(row.AskedAt), ColumnPlace.Offered),
        Column("decided", "CsvDecided", row => CsvTable.Moment(row.DecidedAt), row => TimeOf(row.DecidedAt), ColumnPlace.Offered),
        Column("reason", "Reason", row => row.DeclineReason is { } reason ? _terms.Of(reason) : null, place: ColumnPlace.Offered),
        new("waits", _names["WaitingFor"], row => WaitsFor(row.Status)),
    ];

    public override string KeyOf(RegistrationListRow row) => row.Id.ToString("N");

    private string? Why(RegistrationListRow row) =>
        row is { Status: RegistrationStatus.Escalated, EscalationReason: { } why } ? _terms.Of(why) : null;

    private string WaitsFor(RegistrationStatus status) =>
        _names[$"Waits_{status}"] is { ResourceNotFound: false } somebody ? somebody.Value : _names["WaitsForNobody"].Value;
}
