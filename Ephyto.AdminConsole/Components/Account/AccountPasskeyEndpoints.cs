using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace Ephyto.AdminConsole.Components.Account;

/// <summary>What <c>js/passkeys.js</c> asks before it turns to the authenticator.</summary>
internal static class AccountPasskeyEndpoints
{
    public static void MapPasskeys(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/account/passkeys/creation-options", async (HttpContext http, IAntiforgery antiforgery, UserManager<ConsoleUser> users, AccountPasskeys passkeys) =>
            await antiforgery.IsRequestValidAsync(http) && await users.GetUserAsync(http.User) is { } user
                ? Results.Content(await passkeys.CreationOptionsAsync(user), "application/json")
                : Results.BadRequest()).RequireAuthorization().ExcludeFromDescription();
        endpoints.MapPost("/account/passkeys/request-options", async (HttpContext http, IAntiforgery antiforgery, AccountPasskeys passkeys) =>
            await antiforgery.IsRequestValidAsync(http)
                ? Results.Content(await passkeys.RequestOptionsAsync(), "application/json")
                : Results.BadRequest()).AllowAnonymous().RequireRateLimiting(RateLimits.AnonymousForms).ExcludeFromDescription();
    }
}
