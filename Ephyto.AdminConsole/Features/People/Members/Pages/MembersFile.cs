using System.Globalization;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Platform.Csv;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Members;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.People.Members.Pages;

/// <summary>The filtered list of members as a file, in the reader's language.</summary>
internal static class MembersFile
{
    public const string Path = "nppo/members.csv";

    public static void MapMembersFile(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Path, DownloadAsync).RequireAuthorization().AlsoWithoutBody();

    /// <param name="nppo">The organisation's id.</param>
    private static async Task<IResult> DownloadAsync(
        Guid nppo, string? search, string? state, string? role, HttpContext http, ExportMembers export, Terms terms, IStringLocalizer<MembersText> text)
    {
        var request = new ListMembersRequest(nppo, search, Named<MemberStatus>(state), Named<NppoRole>(role));
        var exported = await export.HandleAsync(request, http.User.ToActor(), http.RequestAborted);
        if (!exported.IsSuccess) return Results.Forbid();

        var mayManage = exported.Value.MayManage;
        string[] ofAccounts = mayManage ? [text["LastSignIn"], text["SecondFactor"]] : [];
        string[] header =
        [
            text["CsvName"], text["JobTitle"], text["Email"], text["Role"], text["LastDay"], text["State"], text["CsvSince"], text["CsvBy"],
            .. ofAccounts,
        ];
        var file = CsvSheet.Write(header, exported.Value.Rows.Select(row => CellsOf(row, mayManage, terms, text)));
        return Results.File(file, CsvSheet.ContentType, "members.csv");
    }

    public static T? Named<T>(string? value)
        where T : struct, Enum => Enum.TryParse<T>(value, out var named) && Enum.IsDefined(named) ? named : null;

    private static string?[] CellsOf(MemberRow row, bool mayManage, Terms terms, IStringLocalizer<MembersText> text) =>
    [
        row.Member.Person.FullName, row.Member.Person.JobTitle, row.Member.Email, terms.Of(row.Member.Role),
        row.Member.RoleLastDay?.ToString("O", CultureInfo.InvariantCulture), terms.Of(row.Member.Status), CsvSheet.Moment(row.Member.StatusSince), row.By,
        .. mayManage ? (string?[])[CsvSheet.Moment(row.LastSignInAt), row.SecondFactor is { } on ? text[on ? "FactorOn" : "FactorOff"].Value : null] : [],
    ];
}
