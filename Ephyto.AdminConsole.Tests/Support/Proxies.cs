using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>How a proxy passes an address below the path of the console on.</summary>
public enum ProxyPath
{
    Kept,
    Stripped,
}

/// <summary>What stands between a browser and a console that lives under a path, for <see cref="ConsoleHost.CreateClient"/>.</summary>
internal static class Proxies
{
    /// <summary>The browser asks below the path, keeps its cookies to it, and the proxy passes the address on.</summary>
    public static DelegatingHandler[] Before(PathString basePath, ProxyPath path) =>
        path == ProxyPath.Kept
            ? [new Prefix(basePath), new CookieContainerHandler()]
            : [new Prefix(basePath), new CookieContainerHandler(), new Strip(basePath)];

    private sealed class Prefix(PathString basePath) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!request.RequestUri!.AbsolutePath.StartsWith(basePath.Value!, StringComparison.OrdinalIgnoreCase))
                request.RequestUri = new Uri(request.RequestUri, basePath + request.RequestUri.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Strip(PathString basePath) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(request.RequestUri!, request.RequestUri!.PathAndQuery[basePath.Value!.Length..]);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
