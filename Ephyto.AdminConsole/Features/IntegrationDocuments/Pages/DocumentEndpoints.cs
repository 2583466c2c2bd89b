using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Components;
using Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Pages;

/// <summary>Files of the library, always as a download: nothing of it runs in the console's own address.</summary>
internal static class DocumentEndpoints
{
    public const string LibraryPath = "hub/documents.csv";
    public const string DocumentsPath = "nppo/documents.csv";
    public const string ArchivePath = "nppo/documents/all.zip";

    public static void MapDocumentFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(LibraryPath, async Task<IResult> (HttpContext http, ExportLibrary export, LibraryColumns columns) =>
            columns.Answer(await export.HandleAsync(
                new(ListAddress.Of(http.Request.Query).Sort, ChosenRows.Of(http.Request.Query), http.Request.Query[ListNames.Search]),
                http.User.ToActor(), http.RequestAborted), "library"))
            .RequireAuthorization().AlsoWithoutBody();
        endpoints.MapGet(DocumentsPath, async Task<IResult> (Guid nppo, HttpContext http, ExportDocuments export,
            DocumentColumns columns) =>
            columns.Answer(await export.HandleAsync(new(nppo, ListAddress.Of(http.Request.Query).Sort, ChosenRows.Of(http.Request.Query)),
                http.User.ToActor(), http.RequestAborted), "documents"))
            .RequireAuthorization().AlsoWithoutBody();
        endpoints.MapGet(ArchivePath, async (Guid nppo, HttpContext http, FetchAllDocuments fetch) =>
            Send(await fetch.HandleAsync(new(nppo, http.Request.HasReader(), ChosenRows.Of(http.Request.Query)), http.User.ToActor(),
                http.RequestAborted))).RequireAuthorization().AlsoWithoutBody();
        endpoints.MapGet("/nppo/documents/{document:guid}/file",
            async (Guid document, Guid nppo, bool? pdf, HttpContext http, FetchDocument fetch) =>
            Send(await fetch.HandleAsync(new(nppo, document, pdf == true, http.Request.HasReader()), http.User.ToActor(),
                http.RequestAborted))).RequireAuthorization().AlsoWithoutBody();
        endpoints.MapGet("/hub/documents/versions/{version:guid}/file",
            async (Guid version, bool? pdf, HttpContext http, FetchVersion fetch) =>
            Send(await fetch.HandleAsync(new(version, pdf == true), http.User.ToActor(), http.RequestAborted))).RequireAuthorization()
                .AlsoWithoutBody();
    }

    private static IResult Send(Result<DocumentDownload> fetched) => fetched switch
    {
        { IsSuccess: true } => Results.File(fetched.Value.Bytes, fetched.Value.ContentType, fetched.Value.Name),
        { Error: var refusal } when refusal == Ephyto.Domain.Access.AccessErrors.NotFound => Results.NotFound(),
        _ => Results.Forbid(),
    };
}
