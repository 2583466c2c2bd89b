using Ephyto.AdminConsole.Platform;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Sandbox.Traffic;

/// <summary>Whether there is a sandbox, and where systems find it.</summary>
internal sealed class SandboxPlace(IOptions<SandboxOptions> sandbox, IOptions<HubOptions> hub)
{
    /// <summary>Never where real ePhytos are exchanged.</summary>
    public bool IsOn => sandbox.Value.IsOn && !hub.Value.IsProduction;

    /// <summary>Of the service, on the host of the console and a port of its own.</summary>
    public string Address => new UriBuilder(
        Uri.UriSchemeHttps, hub.Value.PublicAddress!.IdnHost, sandbox.Value.Port ?? SandboxOptions.UsualPort, "hub/DeliveryService").Uri
            .AbsoluteUri;
}
