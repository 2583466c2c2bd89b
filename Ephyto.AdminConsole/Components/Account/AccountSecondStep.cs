using System.Security.Claims;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Ephyto.AdminConsole.Components.Account;

/// <summary>The sign-in between the password and the code: a short cookie remembers who gave the password.</summary>
internal sealed class AccountSecondStep(UserManager<ConsoleUser> users, AccountProof proof, IdentitySecondFactor secondFactor)
{
    private const string Scheme = "Identity.TwoFactorUserId";
    private const string Stamp = "stamp";

    public static Task BeginAsync(HttpContext http, ConsoleUser user) => http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, user.Id.ToString()), new(Stamp, user.SecurityStamp ?? "")], Scheme)));

    /// <returns>Who gave the password a short time ago; null where nobody did, or the account changed since.</returns>
    public async Task<ConsoleUser?> WhoAsync(HttpContext http)
    {
        if ((await http.AuthenticateAsync(Scheme)).Principal is not { } begun) return null;
        // The cookie may also be that of a passkey's ceremony, which names nobody.
        return begun.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && await users.FindByIdAsync(id) is { } user
            && begun.FindFirstValue(Stamp) == user.SecurityStamp ? user : null;
    }

    /// <summary>Whether this is a code of an app whose secret the console cannot read any more: no guess, and not counted as one.</summary>
    public async Task<bool> IsAppLostAsync(HttpContext http, ConsoleUser user, string? code) =>
        IdentitySecondFactor.IsCodeOfApp(code) && await secondFactor.IsAppLostAsync(user.Id, http.RequestAborted);

    public async Task<string?> AddressOfAsync(Guid? userId) => userId is { } id ? (await users.FindByIdAsync(id.ToString()))?.Email : null;

    public async Task<bool> CompleteAsync(HttpContext http, ConsoleUser user, string? code)
    {
        if (!await proof.IsCodeAsync(user, code, http.RequestAborted)) return false;
        await ForgetAsync(http);
        return true;
    }

    private static Task ForgetAsync(HttpContext http) => http.SignOutAsync(Scheme);
}
