using Ephyto.AdminConsole.Features.Sandbox.Server;
using Ephyto.AdminConsole.Platform;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Sandbox.Traffic;

/// <summary>Whether there is a sandbox, and where systems find it.</summary>
internal sealed class SandboxPlace(IOptions<SandboxOptions> sandbox, IOptions<HubOptions> hub, SandboxServer server)
{
    /// <summary>Never where real ePhytos are exchanged.</summary>
    public bool IsOn => sandbox.Value.IsOn && !hub.Value.IsProduction;

    /// <summary>Of the service: on the host of the console, or where only this machine reaches it, and on a port of its own.</summary>
    public string Address
    {
        get
        {
            var host = sandbox.Value.OnlyLocal is true ? "localhost" : hub.Value.PublicAddress!.IdnHost;
            var port = server.Address?.Port ?? sandbox.Value.Port ?? SandboxOptions.UsualPort;
            return new UriBuilder(Uri.UriSchemeHttps, host, port, SandboxEndpoint.Path).Uri.AbsoluteUri;
        }
    }
}
