using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>
/// Who has a role that asks for a second factor and has none is led to its set-up from every page and address that needs a
/// sign-in. The pages of the account stay open. Inside a circuit the layout does the same (<c>SecondFactorBarrier</c>).
/// </summary>
internal static class IdentitySecondFactorGate
{
    private const string Account = "/account";

    public static bool LacksSecondFactor(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == ConsoleClaims.SecondFactorMissing);

    /// <param name="pathAndQuery">Where the person wanted to go, and goes afterwards.</param>
    public static string SetUpAddress(string pathAndQuery) =>
        $"{Account}/manage/second-factor?returnUrl={Uri.EscapeDataString(LocalUrl.OrHome(pathAndQuery))}";

    /// <summary>Comes after authorization.</summary>
    public static IApplicationBuilder UseSecondFactorGate(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (!http.User.LacksSecondFactor() || !NeedsSignIn(http) || http.Request.Path.StartsWithSegments(Account, StringComparison.OrdinalIgnoreCase)) return next(http);
        if (HttpMethods.IsGet(http.Request.Method)) http.Response.Redirect(SetUpAddress(http.Request.PathBase + http.Request.Path + http.Request.QueryString));
        else http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    private static bool NeedsSignIn(HttpContext http) =>
        http.GetEndpoint()?.Metadata is { } metadata && metadata.GetMetadata<IAuthorizeData>() is not null && metadata.GetMetadata<IAllowAnonymous>() is null;
}
