using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;

namespace Ephyto.AdminConsole.Platform.Links;

/// <summary>
/// Names an opened link in addresses and in the name of its cookie, so that several stand side by side in one browser.
/// It is no secret: without the cookie it opens nothing.
/// </summary>
internal static class LinkHandle
{
    public const string Parameter = "link";
    private const int Length = 16;

    public static string Of(Guid linkId) => Convert.ToHexStringLower(SHA256.HashData(linkId.ToByteArray()))[..Length];

    /// <summary>The page of that link and of no other.</summary>
    public static string Address(string path, Guid linkId, params ReadOnlySpan<(string Name, string Value)> more)
    {
        var address = QueryHelpers.AddQueryString(path, Parameter, Of(linkId));
        foreach (var (name, value) in more) address = QueryHelpers.AddQueryString(address, name, value);
        return address;
    }
}
