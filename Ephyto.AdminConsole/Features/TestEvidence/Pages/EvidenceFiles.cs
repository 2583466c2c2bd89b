using System.Text;
using Ephyto.AdminConsole.Features.TestEvidence.Signing;
using Ephyto.AdminConsole.Features.TestEvidence.UseCases;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.TestEvidence.Pages;

/// <summary>The signed file, and the key by which it is verified, as downloads.</summary>
internal static class EvidenceFiles
{
    public const string EvidencePath = "nppo/integration/evidence";
    public const string KeyPath = "nppo/integration/test-console.pem";

    public static void MapEvidenceFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(EvidencePath, async (Guid nppo, HttpContext http, FetchTestEvidence fetch) =>
            await fetch.HandleAsync(nppo, http.User.ToActor(), http.RequestAborted) switch
            {
                { IsSuccess: true } fetched => Results.File(fetched.Value.Bytes, FlattenedJws.ContentType, fetched.Value.Name),
                { Error: var refusal } when refusal == AccessErrors.NotFound => Results.NotFound(),
                _ => Results.Forbid(),
            }).RequireAuthorization().AlsoWithoutBody().ExcludeFromDescription();
        endpoints.MapGet(KeyPath, async Task<IResult> (EvidenceKeys keys, IOptions<HubOptions> hub, CancellationToken ct) =>
            hub.Value.IsProduction ? Results.NotFound()
            : Results.File(Encoding.ASCII.GetBytes(await keys.PublicPemAsync(ct)), "application/x-pem-file", "ephyto-test-console.pem"))
            .RequireAuthorization().AlsoWithoutBody().ExcludeFromDescription();
    }
}
