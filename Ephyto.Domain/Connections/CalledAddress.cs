using System.Buffers;
using System.Net;
using System.Text;
using Ephyto.Domain.Common;

namespace Ephyto.Domain.Connections;

/// <summary>Which networks the Hub calls.</summary>
public enum CalledNetworks
{
    /// <summary>Names that everybody's directory of names knows.</summary>
    Public,

    /// <summary>Also this machine and its own network, by name or by number: for who develops.</summary>
    AlsoPrivate,
}

/// <summary>
/// Which addresses the Hub calls at all, as far as that can be read from the address: asked when one is saved, and again before each call.
/// </summary>
public static class CalledAddress
{
    public const int Longest = 500;

    private const int Https = 443;

    /// <summary>Below, services of other kinds answer, to whom nobody shall be led from here.</summary>
    private const int FirstFreePort = 1024;

    /// <summary>Names that no public directory of names knows (RFC 6761, 6762, 8375, and what ICANN keeps for own networks).</summary>
    private static readonly string[] OwnNetworks = [".local", ".localhost", ".internal", ".home.arpa", ".lan", ".home", ".corp", ".test",
        ".example", ".invalid", ".onion"];

    private static readonly SearchValues<char> NotInAddresses = SearchValues.Create("<>\"{}|\\^`");

    private static readonly IPNetwork LinkLocalOfVersion4 = IPNetwork.Parse("169.254.0.0/16");

    /// <summary>Https, and nobody's name and password in it.</summary>
    public static bool IsHttps(Uri address) =>
        address.IsAbsoluteUri && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0;

    public static bool IsPortAllowed(Uri address) => address.Port is Https or >= FirstFreePort;

    /// <returns>Why it is not called; null where nothing in it speaks against that.</returns>
    public static DomainError? Refuse(string text, CalledNetworks networks)
    {
        if (text.Length > Longest) return ConnectionErrors.EndpointTooLong;
        if (!ForeignUri.TryRead(text, out var address)) return ConnectionErrors.EndpointUnreadable;
        if (address.Scheme != Uri.UriSchemeHttps) return ConnectionErrors.EndpointNotHttps;
        if (address.UserInfo.Length > 0) return ConnectionErrors.EndpointNamesUser;
        // What is no letter of an address would be sent in another spelling than it is written.
        if (text.AsSpan().ContainsAny(NotInAddresses)) return ConnectionErrors.EndpointUnreadable;
        if (networks == CalledNetworks.Public && RefuseHost(address) is { } refusal) return refusal;
        if (NumberOf(address) is { } number && IsLinkLocal(number)) return ConnectionErrors.EndpointNotPublic;
        return IsPortAllowed(address) ? null : ConnectionErrors.PortNotAllowed;
    }

    /// <summary>
    /// Whether it is known on the next cable only. What a machine's host tells of it and its keys answers there: nobody is led to it, not
    /// even where private addresses are called.
    /// </summary>
    public static bool IsLinkLocal(IPAddress address) => address.IsIPv4MappedToIPv6
        ? IsLinkLocal(address.MapToIPv4()) : address.IsIPv6LinkLocal || LinkLocalOfVersion4.Contains(address);

    // As whoever looks it up reads it: digits of full width are digits, and a dot at the end names nothing.
    private static string NameIn(Uri address) => address.Host.Normalize(NormalizationForm.FormKC).TrimEnd('.');

    private static IPAddress? NumberOf(Uri address) => IPAddress.TryParse(NameIn(address), out var number) ? number : null;

    private static DomainError? RefuseHost(Uri address)
    {
        var (name, number) = (NameIn(address), NumberOf(address));
        if (address.IsLoopback || (number is not null && IPAddress.IsLoopback(number)))
            return ConnectionErrors.EndpointNotPublic;
        if (number is not null || address.HostNameType != UriHostNameType.Dns) return ConnectionErrors.EndpointNumber;
        return !name.Contains('.', StringComparison.Ordinal)
            || OwnNetworks.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            ? ConnectionErrors.EndpointNotPublic : null;
    }
}
