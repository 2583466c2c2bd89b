using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>What nobody opened by name needs an account: who forgets to say it about a new page or endpoint has closed it.</summary>
internal static class ClosedByDefault
{
    public static IServiceCollection AddClosedByDefault(this IServiceCollection services) => services.AddAuthorization(options =>
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(MayPass).Build());

    /// <summary>
    /// The framework's own addresses, by which a page of anybody comes to life; what the page may show is asked there again.
    /// </summary>
    public static void OpenFramework(this RazorComponentsEndpointConventionBuilder pages) => pages.Add(endpoint =>
    {
        if (!endpoint.Metadata.OfType<ComponentTypeMetadata>().Any()) endpoint.Metadata.Add(new AllowAnonymousAttribute());
    });

    /// <summary>Whether the request is for something that only people with an account get.</summary>
    public static bool IsClosed(HttpContext http) =>
        http.GetEndpoint() is RouteEndpoint { Metadata: var metadata } && metadata.GetMetadata<IAllowAnonymous>() is null;

    // An address without an endpoint, or one without such a verb, holds nothing: the answer says so to everybody.
    private static bool MayPass(AuthorizationHandlerContext door) =>
        door.User.Identity?.IsAuthenticated == true || (door.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint);
}
