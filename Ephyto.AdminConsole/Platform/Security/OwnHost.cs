using System.Globalization;
using Ephyto.AdminConsole.Platform.Refusals;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>Marks an endpoint that is asked under any name of this machine: probes know its address only.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class AnyHostAttribute : Attribute;

/// <summary>
/// The names under which this console answers: the host of its public address, and what <c>AllowedHosts</c> adds for those who
/// reach it in another way as well. A page under a stranger's name would lead its reader there.
/// </summary>
internal sealed class OwnHost(IOptions<HubOptions> hub, IConfiguration configuration, IHostEnvironment environment)
{
    private static readonly StringSegment[] ThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    // As the framework reads the setting, which would answer without message.
    private readonly IList<StringSegment> _names =
    [
        hub.Value.PublicAddress is { } address
            ? (address.HostNameType == UriHostNameType.IPv6 ? address.Host : address.IdnHost) : StringSegment.Empty,
        .. environment.IsDevelopment() ? ThisMachine : [],
        .. (configuration["AllowedHosts"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(name => new StringSegment(name)),
    ];

    public bool Is(HostString host) =>
        host.HasValue && (_names.Contains("*") || HostString.MatchesAny(new HostString(host.Host).ToUriComponent(), _names));

    /// <summary>Whether a page of this console sent the request, as far as a browser tells; other clients tell nothing.</summary>
    public bool SentIt(HttpRequest request)
    {
        var origin = request.Headers[HeaderNames.Origin].ToString();
        if (origin.Length == 0) return request.Headers["Sec-Fetch-Site"].ToString() is not ("cross-site" or "same-site");
        return ForeignUri.TryRead(origin, out var page)
            && (IsServer(page, hub.Value.PublicAddress!)
                || (ForeignUri.TryRead(AddressOf(request), out var asked) && IsServer(page, asked)));
    }

    /// <summary>
    /// Under which address the request came; null where its host is none. Already to ask for the host fails where its name, such as
    /// <c>xn--a</c>, is none in any script.
    /// </summary>
    public static string? AddressOf(HttpRequest request)
    {
        try
        {
            return request.Host.HasValue ? $"{request.Scheme}://{request.Host.ToUriComponent()}/" : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether the host can be asked for at all, if only to find that there is none.</summary>
    public static bool HasHostToAsk(HttpRequest request) =>
        !request.Headers.Host.Any(named => named?.Length > 0) || AddressOf(request) is not null;

    private static bool IsServer(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
}

internal static class OwnHostCheck
{
    /// <summary>
    /// Comes before whatever shows a page, for a page needs the address it was asked under: that of a host without a name, or
    /// with an impossible port, is none. Probes of old clients name no host at all, and are answered; one that names what is no
    /// name is not, because nothing behind this may ask for it.
    /// </summary>
    public static IApplicationBuilder UseReadableHost(this IApplicationBuilder app) => app.Use((http, next) =>
        IsReadable(http.Request)
            || (http.GetEndpoint()?.Metadata.GetMetadata<AnyHostAttribute>() is not null && OwnHost.HasHostToAsk(http.Request))
            ? next(http) : RefuseAsync(http));

    /// <summary>Comes after routing and behind what gives an answer its language.</summary>
    public static IApplicationBuilder UseOwnHost(this IApplicationBuilder app) => app.Use((http, next) =>
        http.RequestServices.GetRequiredService<OwnHost>().Is(http.Request.Host)
            || http.GetEndpoint()?.Metadata.GetMetadata<AnyHostAttribute>() is not null
            ? next(http)
            : new RazorComponentResult<WrongHost> { StatusCode = StatusCodes.Status421MisdirectedRequest }.ExecuteAsync(http));

    private static bool IsReadable(HttpRequest request) =>
        OwnHost.AddressOf(request) is { } address && ForeignUri.TryRead(address, out _);

    private static Task RefuseAsync(HttpContext http)
    {
        var message = RefusalMessage.Of(http.RequestServices.GetRequiredService<IStringLocalizer<RefusalText>>(),
            StatusCodes.Status400BadRequest, RefusalKind.UnreadableHost);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.Headers.ContentLanguage = CultureInfo.CurrentUICulture.Name;
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync($"{message.Title}\n\n{message.Lead}\n{message.Next}\n", http.RequestAborted);
    }
}
