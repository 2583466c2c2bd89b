using Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.Pages;

/// <summary>What of a certificate is downloaded: itself, and its last day for a calendar.</summary>
internal static class CertificateEndpoints
{
    public static void MapCertificateFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/nppo/certificates/{certificate:guid}/file",
            async (Guid certificate, Guid nppo, HttpContext http, FetchCertificate fetch) =>
            Send(await fetch.HandleAsync(new(nppo, certificate), http.User.ToActor(), http.RequestAborted))).RequireAuthorization()
                .AlsoWithoutBody();
        endpoints.MapGet("/nppo/certificates/{certificate:guid}/expiry.ics",
            async (Guid certificate, Guid nppo, HttpContext http, FetchExpiry fetch) =>
            Send(await fetch.HandleAsync(new(nppo, certificate), http.User.ToActor(), http.RequestAborted))).RequireAuthorization()
                .AlsoWithoutBody();
    }

    private static IResult Send(Result<CertificateDownload> fetched) => fetched switch
    {
        { IsSuccess: true } => Results.File(fetched.Value.Bytes, fetched.Value.ContentType, fetched.Value.Name),
        { Error: var refusal } when refusal == AccessErrors.NotFound => Results.NotFound(),
        _ => Results.Forbid(),
    };
}
