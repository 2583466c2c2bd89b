using System.Text;
using Ephyto.AdminConsole.Features.Sandbox.Server;
using Ephyto.AdminConsole.Platform.Security;

namespace Ephyto.AdminConsole.Features.Sandbox.Pages;

/// <summary>The certificate of the sandbox's port, which systems have to trust, as a download.</summary>
internal static class ServerCertificate
{
    public const string Path = "sandbox/server.pem";

    public static void MapServerCertificate(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Path, async Task<IResult> (ServerIdentity identity, CancellationToken ct) =>
            await identity.FetchPemAsync(ct) is { } pem
                ? Results.File(Encoding.ASCII.GetBytes(pem), "application/x-pem-file", "sandbox-server.pem")
                : Results.NotFound())
            .RequireAuthorization().AlsoWithoutBody();
}
