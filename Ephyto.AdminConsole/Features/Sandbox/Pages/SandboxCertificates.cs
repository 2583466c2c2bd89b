using System.Text;
using Ephyto.AdminConsole.Features.Sandbox.Outgoing;
using Ephyto.AdminConsole.Features.Sandbox.Server;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Sandbox.Pages;

/// <summary>
/// The certificates by which the sandbox shows who it is, as downloads: where it is called, and where it calls. Whoever connects is shown
/// them anyway, and a server without a browser fetches them too: nobody has to sign in.
/// </summary>
internal static class SandboxCertificates
{
    /// <summary>Of the sandbox's port, which systems have to trust.</summary>
    public const string ServerPath = "sandbox/server.pem";

    /// <summary>Of the calls to push addresses, which servers have to let in.</summary>
    public const string ClientPath = "sandbox/client.pem";

    /// <summary>The names under which they are saved.</summary>
    public const string ServerFile = "sandbox-server.pem";
    public const string ClientFile = "sandbox-client.pem";

    public static void MapSandboxCertificates(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(ServerPath, async (ServerIdentity identity, CancellationToken ct) =>
            Answer(await identity.FetchPemAsync(ct), ServerFile)).AllowAnonymous().AlsoWithoutBody();
        endpoints.MapGet(ClientPath, async (IOptions<SandboxOptions> options, HubClientCertificate certificate, CancellationToken ct) =>
            Answer(options.Value.IsOn ? await certificate.PemAsync(ct) : null, ClientFile)).AllowAnonymous().AlsoWithoutBody();
    }

    private static IResult Answer(string? pem, string name) =>
        pem is null ? Results.NotFound() : Results.File(Encoding.ASCII.GetBytes(pem), "application/x-pem-file", name);
}
