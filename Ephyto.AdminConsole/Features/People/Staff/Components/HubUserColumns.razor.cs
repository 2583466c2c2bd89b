using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.People.Staff.UseCases;
using Ephyto.AdminConsole.Platform.Csv;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.People.Staff.Components;

/// <summary>The columns of the list of the hub's people, of its file, its chooser and its sort.</summary>
public sealed partial class HubUserColumns
{
    private readonly IStringLocalizer<HubUsersText> _text;
    private readonly Terms _terms;

    internal HubUserColumns(IStringLocalizer<HubUsersText> text, Terms terms)
        : base(text, HubUserFilter.Orders) =>
        (_text, _terms) = (text, terms);

    public override IReadOnlyList<ListColumn<HubUserRow>> All =>
    [
        Column("name", "Name", NameOf, NameCellOf, ColumnPlace.Head),
        Column("email", "Email", row => row.User.Email, place: ColumnPlace.Offered),
        Column("role", "Role", row => _terms.Of(row.User.Role), RoleOf),
        Column("until", "EndOfRole", row => CsvTable.Moment(row.User.RoleUntil), row => TimeOf(row.User.RoleUntil), ColumnPlace.Offered),
        Column("state", "State", row => _terms.Of(row.User.Status), StateOf),
        Column("since", "InStateSince", row => CsvTable.Moment(row.User.StatusSince), row => TimeOf(row.User.StatusSince),
            ColumnPlace.Offered),
        Column("signin", "LastSignIn", row => CsvTable.Moment(row.LastSignInAt), SignInOf),
        Column("factor", "SecondFactor", row => row.HasSecondFactor is { } on ? _text[on ? "FactorOn" : "FactorOff"].Value : null, FactorOf,
            ColumnPlace.Offered),
    ];

    public override string KeyOf(HubUserRow row) => row.User.Id.ToString("N");

    /// <summary>Who is invited has no name yet.</summary>
    internal static string NameOf(HubUserRow row) => row.User.DisplayName.Length > 0 ? row.User.DisplayName : row.User.Email;
}
