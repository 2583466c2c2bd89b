using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Audit.UseCases;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Csv;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Audit.Pages;

/// <summary>What the pages let people keep: the filtered trail, and its head.</summary>
internal static class AuditFiles
{
    public const string AuditPath = "hub/audit.csv";
    public const string HeadPath = "hub/audit/head.json";
    public const string HistoryPath = "nppo/history.csv";

    public static void MapAuditFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(AuditPath, DownloadAuditAsync).RequireAuthorization().AlsoWithoutBody();
        endpoints.MapGet(HeadPath, DownloadHeadAsync).RequireAuthorization().AlsoWithoutBody();
        endpoints.MapGet(HistoryPath, DownloadHistoryAsync).RequireAuthorization().AlsoWithoutBody();
    }

    private static async Task<IResult> DownloadAuditAsync(
        string? person, string? nppo, string? kind, [FromQuery(Name = "object")] string? about, string? from, string? to, HttpContext http,
        ExportAudit export, AuditCsv csv)
    {
        var zone = ZoneOf(http);
        var exported = await export.HandleAsync(
            new(AuditFilter.Read(person, nppo, kind, about, from, to, zone), ChosenRows.NumbersOf(http.Request.Query)), http.User.ToActor(),
            http.RequestAborted);
        return exported.IsSuccess ? FileOf(exported.Value, csv, zone, "audit", http) : Results.Forbid();
    }

    /// <param name="nppo">The organization's id.</param>
    private static async Task<IResult> DownloadHistoryAsync(
        Guid nppo, string? person, string? kind, string? from, string? to, HttpContext http, ExportHistory export, AuditCsv csv)
    {
        var zone = ZoneOf(http);
        var exported = await export.HandleAsync(nppo, AuditFilter.Read(person, null, kind, null, from, to, zone), http.User.ToActor(),
            http.RequestAborted);
        return exported.IsSuccess ? FileOf(exported.Value, csv, zone, "history", http) : Results.Forbid();
    }

    private static async Task<IResult> DownloadHeadAsync(HttpContext http, ExportAuditHead export, IOptions<HubOptions> hub,
        TimeProvider time)
    {
        var exported = await export.HandleAsync(http.User.ToActor(), http.RequestAborted);
        if (!exported.IsSuccess) return Results.Forbid();

        var (head, at) = exported.Value;
        http.Response.Headers.ContentDisposition = "attachment; filename=audit-head.json";
        return Results.Json(new
        {
            installation = hub.Value.PublicAddress!.AbsoluteUri.TrimEnd('/'),
            sequence = head.Sequence,
            hash = head.Hash,
            writtenAt = CsvTable.Moment(at),
            exportedAt = CsvTable.Moment(time.GetUtcNow().UtcDateTime),
        });
    }

    private static ListFile FileOf(ExportedAudit exported, AuditCsv csv, ReaderTimeZone zone, string name, HttpContext http) =>
        new ListFile(stream => csv.WriteAsync(exported.Batches, zone, stream, http.RequestAborted), name);

    private static ReaderTimeZone ZoneOf(HttpContext http)
    {
        var zone = new ReaderTimeZone();
        zone.Read(http);
        return zone;
    }
}
