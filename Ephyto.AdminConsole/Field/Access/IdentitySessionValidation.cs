using System.Security.Claims;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Field.Access;

/// <summary>Marks an endpoint that a page calls by itself: no sign that its reader is still there.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class UnattendedAttribute : Attribute;

/// <summary>
/// Asks the store at every request, by one query, whether the cookie still holds, and whether it still says what is true.
/// So a removed right, an ended session or a changed password does not survive in a cookie for even one request.
/// </summary>
internal static class IdentitySessionValidation
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        // Style sheets and scripts are the same for everybody.
        if (context.Principal is not { } user || http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) return;

        var sessions = http.RequestServices.GetRequiredService<IdentitySessions>();
        var identity = http.RequestServices.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity;
        if (await sessions.CheckAsync(user, user.FindFirstValue(identity.SecurityStampClaimType), http.RequestAborted) is not { } access)
        {
            http.Features.Set(await sessions.WhyOverAsync(user, http.RequestAborted));
            context.RejectPrincipal();
            await http.SignOutAsync(context.Scheme.Name);
            return;
        }

        if (IsAttended(http)) await sessions.SeeAsync(access.Session!, http.RequestAborted);
        http.Features.Set(access.Session);
        var security = http.RequestServices.GetRequiredService<IOptions<SecurityOptions>>().Value;
        if (!IdentityAccess.SetOf(access.ToClaims(security.RequireSecondFactor == true)).SetEquals(IdentityAccess.SetOf(user.Claims)))
            await RenewAsync(context, user);
    }

    // A circuit connects again by itself; only what its reader does counts, which the page then tells (wwwroot/js/session.js).
    private static bool IsAttended(HttpContext http) =>
        !http.IsUnder(MatchedRoute.Circuit) && http.GetEndpoint()?.Metadata.GetMetadata<UnattendedAttribute>() is null;

    private static async Task RenewAsync(CookieValidatePrincipalContext context, ClaimsPrincipal user)
    {
        var services = context.HttpContext.RequestServices;
        if (await services.GetRequiredService<UserManager<ConsoleUser>>().GetUserAsync(user) is not { } account) return;
        var renewed = await services.GetRequiredService<IUserClaimsPrincipalFactory<ConsoleUser>>().CreateAsync(account);
        context.ReplacePrincipal(renewed.InSessionOf(user));
        context.ShouldRenew = true;
    }
}
