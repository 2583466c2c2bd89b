using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Ephyto.Domain.Common;

/// <summary>Reads addresses that somebody else wrote: typed ones, and those in the headers of a request.</summary>
public static class ForeignUri
{
    /// <summary>
    /// Whether it is a whole address with a host that can be named. <see cref="Uri"/> takes hosts such as <c>xn--a</c>, which are no names
    /// in any script, and what asks for the letters of such a host later throws: such an address is none here.
    /// </summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out Uri? address)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out address) && IsNamed(address)) return true;
        address = null;
        return false;
    }

    /// <summary>An address written without its host, as seen from a page; null where it cannot be read.</summary>
    public static Uri? Below(Uri page, string text) => Uri.TryCreate(page, text, out var address) && IsNamed(address) ? address : null;

    private static bool IsNamed(Uri address)
    {
        if (address.HostNameType != UriHostNameType.Dns)
            return address.Host.Length == 0 || address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6;
        try
        {
            var names = new IdnMapping();
            return names.GetUnicode(names.GetAscii(address.Host)).Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
