using System.Globalization;
using System.Text;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>
/// Addresses inside this console are written without a slash at their beginning, such as <c>hub/users</c>, because the console may
/// live under a path: in a page its base element puts that path before them, in an answer that is no page this class does.
/// </summary>
internal static class LocalUrl
{
    public const string Home = "";

    // Whether an address stays below the console does not depend on where that is.
    private static readonly Uri AnyPage = new("https://console.invalid/console/");

    /// <summary>An answer that leads to another page of this console.</summary>
    public static IResult Redirect(string address) => Results.LocalRedirect("~/" + address);

    /// <summary>The address as a browser asks for it, for a header that is written by hand.</summary>
    public static string In(HttpContext http, string address) => http.Request.PathBase.ToUriComponent() + "/" + address;

    /// <summary>What the request asks for, as an address inside this console.</summary>
    public static string AskedFor(this HttpContext http) =>
        http.Request.Path.ToUriComponent().TrimStart('/') + http.Request.QueryString.ToUriComponent();

    /// <summary>An address of this console as the value of <c>returnUrl</c> in another one; there it begins with a slash.</summary>
    public static string Return(string address) => Uri.EscapeDataString("/" + address);

    /// <summary>The address of a <c>returnUrl</c> when it is one of this console, else the home page.</summary>
    public static string OrHome(string? returnUrl) =>
        returnUrl is ['/', .. var address] && RedirectHttpResult.IsLocalUrl(returnUrl) && IsPlain(address) && IsBelow(address)
            ? InAscii(address) : Home;

    /// <summary>A browser that loads a page ahead of its reader must not change what the reader sees.</summary>
    public static bool IsPrefetch(this HttpContext context) =>
        context.Request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase);

    // Browsers and routers drop blanks, and read a backslash as a slash: "/ //elsewhere.example" and "/https://elsewhere.example" lead
    // elsewhere for some of them. No page of this console has such signs in its path.
    private static bool IsPlain(string address)
    {
        var path = address.AsSpan()[..(address.IndexOfAny(['?', '#']) is var end && end < 0 ? address.Length : end)];
        foreach (var sign in path)
        {
            if (sign is '\\' or ':' || char.IsWhiteSpace(sign) || CharUnicodeInfo.GetUnicodeCategory(sign) == UnicodeCategory.Format)
                return false;
        }

        return !path.StartsWith("/") && !path.Contains("//", StringComparison.Ordinal) && !address.Any(char.IsControl);
    }

    // Whatever else the rules of addresses make of it.
    private static bool IsBelow(string address) => ForeignUri.Below(AnyPage, address) is { } found
        && Uri.Compare(found, AnyPage, UriComponents.SchemeAndServer | UriComponents.UserInfo, UriFormat.UriEscaped,
            StringComparison.Ordinal) == 0
        && found.AbsolutePath.StartsWith(AnyPage.AbsolutePath, StringComparison.Ordinal);

    // A header holds nothing else.
    private static string InAscii(string address) =>
        Ascii.IsValid(address)
            ? address : string.Concat(address.EnumerateRunes()
                .Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));
}
