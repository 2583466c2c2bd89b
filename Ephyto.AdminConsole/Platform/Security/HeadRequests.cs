using Microsoft.AspNetCore.Routing;

namespace Ephyto.AdminConsole.Platform.Security;

internal static class HeadRequests
{
    /// <summary>
    /// Whatever answers GET answers HEAD in the same way; the server leaves the body out. Monitors and link checkers ask so.
    /// Links in messages are no part of it: opening one sets a cookie, and scanners open them by HEAD.
    /// </summary>
    public static TBuilder AlsoWithoutBody<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Add(endpoint =>
        {
            if (endpoint.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault() is not { } methods
                || !methods.HttpMethods.Contains(HttpMethods.Get)
                || methods.HttpMethods.Contains(HttpMethods.Head)) return;
            endpoint.Metadata.Remove(methods);
            endpoint.Metadata.Add(new HttpMethodMetadata([.. methods.HttpMethods, HttpMethods.Head]));
        });
        return endpoints;
    }

    /// <summary>Whether what is answered comes to somebody: who asks for the head alone has read nothing.</summary>
    public static bool HasReader(this HttpRequest request) => !HttpMethods.IsHead(request.Method);
}
