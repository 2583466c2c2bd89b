namespace Ephyto.Domain.Connections;

/// <summary>
/// Which addresses the Hub calls at all, as far as that can be read from the address: asked when one is saved, and again before each call.
/// </summary>
public static class CalledAddress
{
    private const int Https = 443;

    /// <summary>Below, services of other kinds answer, to whom nobody shall be led from here.</summary>
    private const int FirstFreePort = 1024;

    /// <summary>Https, and nobody's name and password in it.</summary>
    public static bool IsHttps(Uri address) =>
        address.IsAbsoluteUri && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0;

    public static bool IsPortAllowed(Uri address) => address.Port is Https or >= FirstFreePort;
}
