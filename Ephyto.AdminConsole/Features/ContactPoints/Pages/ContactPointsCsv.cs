using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Features.ContactPoints.Import;
using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.AdminConsole.Platform.Csv;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.ContactPoints.Pages;

/// <summary>
/// The directory as a file, and an empty one to fill in. Its columns are those of the import and not those of the list, the same in every
/// language, so that a file can come back.
/// </summary>
internal static class ContactPointsCsv
{
    public const string ExportPath = "hub/contact-points.csv";
    public const string TemplatePath = "hub/contact-points/template.csv";

    public static void MapContactPointFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(ExportPath, ExportAsync).RequireAuthorization().AlsoWithoutBody();
        endpoints.MapGet(TemplatePath, TemplateAsync).RequireAuthorization().AlsoWithoutBody();
    }

    /// <param name="former">"true" for the entries that have ended, too.</param>
    private static async Task<IResult> ExportAsync(
        string? search, string? show, string? since, string? former, HttpContext http, ExportContactPoints export)
    {
        var address = http.Request.Query;
        var filter = DirectoryAddress.Read(search, show, since, ListAddress.Of(address));
        var exported = await export.HandleAsync(new(filter, former == "true", ChosenRows.CodesOf(address)), http.User.ToActor(),
            http.RequestAborted);
        return exported.IsSuccess
            ? new ListFile(CsvTable.Write(DirectoryColumns.OfExport, exported.Value.Select(CellsOf)), "contact-points")
            : Results.Forbid();
    }

    private static async Task<IResult> TemplateAsync(HttpContext http, ViewImport view) =>
        (await view.HandleAsync(http.User.ToActor(), http.RequestAborted)).IsSuccess
            ? Results.File(CsvTable.Write(DirectoryColumns.OfTemplate, []), CsvTable.ContentType, "contact-points-template.csv")
            : Results.Forbid();

    private static string?[] CellsOf(ExportedContactPoint exported)
    {
        var input = ContactPointInput.Of(exported.Entry.Details);
        return
        [
            exported.Country.Code, exported.Country.NameIn(Languages.Current.Code),
            .. DirectoryColumns.OfEntry.Select(column => CsvCells.Write(column.Get(input) ?? "")),
            PartyCell.Write(exported.Party), CsvTable.Moment(exported.Entry.ValidFrom), CsvTable.Moment(exported.Entry.ValidTo),
        ];
    }
}
