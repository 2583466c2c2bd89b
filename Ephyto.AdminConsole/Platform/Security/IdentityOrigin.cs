using System.Net;
using System.Net.Sockets;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>Where a session comes from, as far as its owner needs it to recognise it, and no further.</summary>
internal static class IdentityOrigin
{
    // The first that is found names it: Edge and Opera call themselves Chrome too, and Chrome calls itself Safari.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"),
            ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("CrOS", "ChromeOS"),
            ("Linux", "Linux")];

    /// <summary>Such as "Firefox, Windows"; empty where nothing is recognised.</summary>
    public static string BrowserOf(string? userAgent) =>
        string.Join(", ", new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.OfType<string>());

    /// <summary>The network: three parts of four in IPv4, the first 48 bits of IPv6.</summary>
    public static string NetworkOf(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, address.AddressFamily == AddressFamily.InterNetwork ? 3 : 6,
            address.AddressFamily == AddressFamily.InterNetwork ? 1 : 10);
        return $"{new IPAddress(bytes)}/{(address.AddressFamily == AddressFamily.InterNetwork ? 24 : 48)}";
    }

    private static string? Find((string Sign, string Name)[] known, string? userAgent) =>
        userAgent is null ? null : known.FirstOrDefault(entry => userAgent.Contains(entry.Sign, StringComparison.Ordinal)).Name;
}
