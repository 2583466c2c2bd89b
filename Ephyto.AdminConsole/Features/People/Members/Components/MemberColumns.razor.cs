using System.Globalization;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Platform.Csv;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.People.Members.Components;

/// <summary>The columns of the list of members, of its file, its chooser and its sort.</summary>
public sealed partial class MemberColumns
{
    private readonly IStringLocalizer<MembersText> _text;
    private readonly Terms _terms;
    private readonly bool _mayManage;

    internal MemberColumns(IStringLocalizer<MembersText> text, Terms terms, bool mayManage = false)
        : base(text, FilteredMembers.Orders) =>
        (_text, _terms, _mayManage) = (text, terms, mayManage);

    public override IReadOnlyList<ListColumn<MemberRow>> All => _mayManage ? [.. OfMembers, .. OfAccounts] : OfMembers;

    private ListColumn<MemberRow>[] OfMembers =>
    [
        Column("name", "CsvName", NameOf, NameCellOf, ColumnPlace.Head),
        Column("job", "JobTitle", row => row.Member.Person.JobTitle, place: ColumnPlace.Offered),
        Column("email", "Email", row => row.Member.Email, place: ColumnPlace.Offered),
        Column("role", "Role", row => _terms.Of(row.Member.Role), RoleOf),
        Column("until", "LastDay", row => row.Member.RoleLastDay?.ToString("O", CultureInfo.InvariantCulture), LastDayOf,
            ColumnPlace.Offered),
        Column("state", "State", row => _terms.Of(row.Member.Status), StateOf),
        Column("since", "Since", row => CsvTable.Moment(row.Member.StatusSince), row => TimeOf(row.Member.StatusSince),
            ColumnPlace.Offered),
        Column("by", "CsvBy", row => row.By is { } by ? _terms.Person(by) : null, place: ColumnPlace.Offered),
    ];

    private ListColumn<MemberRow>[] OfAccounts =>
    [
        Column("signin", "LastSignIn", row => CsvTable.Moment(row.LastSignInAt), SignInOf),
        Column("factor", "SecondFactor", row => row.SecondFactor is { } on ? _text[on ? "FactorOn" : "FactorOff"].Value : null, FactorOf,
            ColumnPlace.Offered),
    ];

    /// <summary>How an account is used and guarded is told only whoever administers it.</summary>
    public MemberColumns For(bool mayManage) => mayManage == _mayManage ? this : new(_text, _terms, mayManage);

    public override string KeyOf(MemberRow row) => row.Member.Id.ToString("N");

    /// <summary>Who is invited has no name yet.</summary>
    internal static string NameOf(MemberRow row) => row.Member.Person.FullName.Length > 0 ? row.Member.Person.FullName : row.Member.Email;
}
