using Ephyto.AdminConsole.Features.Letters.Emails;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;

namespace Ephyto.AdminConsole.Features.Letters.Pages;

/// <summary>
/// The files of letters: for members and the hub by their rights, for the contact point by the link opened in its browser.
/// </summary>
internal static class LetterEndpoints
{
    public static void MapLetterFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/letters/{letter:guid}/file", async (Guid letter, Guid nppo, HttpContext http, FetchLetter fetch) =>
        {
            var fetched = await fetch.HandleAsync(new(nppo, letter), http.User.ToActor(), http.RequestAborted);
            return fetched.IsSuccess ? Send(http, fetched.Value) : Refuse(fetched.Error!);
        }).RequireAuthorization().AlsoWithoutBody();
        endpoints.MapGet("/hub/letters/{letter:guid}/preview", async (Guid letter, HttpContext http, PreviewLetter preview) =>
        {
            var written = await preview.HandleAsync(letter, http.User.ToActor(), http.RequestAborted);
            http.Response.Headers.CacheControl = "no-store";
            return written.IsSuccess ? Results.File(written.Value, LetterDownload.ContentType) : Refuse(written.Error!);
        }).RequireAuthorization().AlsoWithoutBody();
        endpoints.MapGet($"{LetterEmails.DownloadPath}/file", async (HttpContext http, LinkCookies cookies, FetchByLink fetch) =>
        {
            if (cookies.Recall(http, LinkPurpose.LetterDownload) is not { } link)
                return LocalUrl.Redirect(LetterEmails.DownloadPath + http.Request.QueryString);
            var fetched = await fetch.HandleAsync(link, http.RequestAborted);
            return fetched.IsSuccess
                ? Send(http, fetched.Value.Download) : LocalUrl.Redirect(LinkHandle.Address(LetterEmails.DownloadPath, link));
        }).AllowAnonymous().AlsoWithoutBody();
    }

    private static IResult Send(HttpContext http, LetterDownload download)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(download.Bytes, LetterDownload.ContentType, download.Name);
    }

    private static IResult Refuse(DomainError refusal) => refusal == AccessErrors.NotFound ? Results.NotFound() : Results.Forbid();
}
