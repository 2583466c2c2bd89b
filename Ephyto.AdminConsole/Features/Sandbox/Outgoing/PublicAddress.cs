using System.Net;
using System.Net.Sockets;

namespace Ephyto.AdminConsole.Features.Sandbox.Outgoing;

/// <summary>
/// Which addresses belong to the public network. What the registries of IANA keep for other purposes does not, and neither does an
/// address that carries another one in itself: who reaches it is not seen from outside.
/// </summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] SpecialOfVersion4 = Read(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
        "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    // Only 2000::/3 is given out at all. In it: protocols (Teredo among them), documentation, and addresses that carry one of version 4.
    private static readonly IPNetwork Given = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] SpecialOfVersion6 =
        Read("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    public static bool Is(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !SpecialOfVersion4.Any(network => network.Contains(address)),
        AddressFamily.InterNetworkV6 => !address.IsIPv4MappedToIPv6 && address.ScopeId == 0 && Given.Contains(address)
            && !SpecialOfVersion6.Any(network => network.Contains(address)),
        _ => false,
    };

    private static IPNetwork[] Read(params string[] networks) => [.. networks.Select(network => IPNetwork.Parse(network))];
}
