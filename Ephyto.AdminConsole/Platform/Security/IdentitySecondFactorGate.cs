using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>
/// Who has a role that asks for a second factor and has none is led to its set-up from every page and address that needs a
/// sign-in. The pages of the account stay open. Inside a circuit the layout does the same (<c>SecondFactorBarrier</c>).
/// </summary>
internal static class IdentitySecondFactorGate
{
    private const string Account = "account";

    public static bool LacksSecondFactor(this ClaimsPrincipal user) =>
        user.HasClaim(claim => claim.Type == ConsoleClaims.SecondFactorMissing);

    /// <param name="address">Where in the console the person wanted to go, and goes afterwards.</param>
    public static string SetUpAddress(string address) => $"{Account}/manage/second-factor?returnUrl={LocalUrl.Return(address)}";

    /// <summary>Comes after authorization.</summary>
    public static IApplicationBuilder UseSecondFactorGate(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (!http.User.LacksSecondFactor() || !NeedsSignIn(http) || http.IsUnder(Account)) return next(http);
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            http.Response.Redirect(LocalUrl.In(http, SetUpAddress(http.AskedFor())));
        else http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    private static bool NeedsSignIn(HttpContext http) =>
        ClosedByDefault.IsClosed(http);
}
