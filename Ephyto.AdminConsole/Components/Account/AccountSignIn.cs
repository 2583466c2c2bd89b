using System.Security.Claims;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Components.Account;

/// <summary>Checks a password, and signs a person in to this browser.</summary>
internal sealed class AccountSignIn(SignInManager<ConsoleUser> signIn, IdentitySessions sessions, IOptions<LanguageOptions> languages)
{
    private static readonly ConsoleUser Nobody = new();
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<ConsoleUser>().HashPassword(Nobody, Guid.NewGuid().ToString()));

    /// <summary>Counts towards the lockout.</summary>
    /// <returns>The account, or null: unknown, locked or wrong, which nobody is told apart.</returns>
    public async Task<ConsoleUser?> CheckAsync(string? email, string? password)
    {
        var address = EmailAddress.TryParse(email);
        if (address is null || await signIn.UserManager.FindByEmailAsync(address.Value) is not { } user)
        {
            // As long as for an account that exists.
            signIn.UserManager.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash.Value, password ?? "");
            return null;
        }

        return (await signIn.CheckPasswordSignInAsync(user, password ?? "", lockoutOnFailure: true)).Succeeded ? user : null;
    }

    /// <summary>From the next page on this browser is signed in and reads the language of the account.</summary>
    /// <returns>The person with their rights, for the choice of the first page.</returns>
    public async Task<ClaimsPrincipal> SignInAsync(HttpContext http, ConsoleUser user)
    {
        await EndAsync(http, SessionEnd.Replaced);
        var session = await sessions.BeginAsync(user.Id, http);
        await signIn.SignInWithClaimsAsync(user, new AuthenticationProperties(), [ActorOf.ToSessionClaim(session.Id)]);
        if (languages.Value.Offered.FirstOrDefault(offered => offered.Code == user.Language) is { } language) LanguageChoice.Remember(http, language);
        ReaderTimeZone.Choose(http, user.TimeZone);
        return await signIn.CreateUserPrincipalAsync(user);
    }

    public async Task SignOutAsync(HttpContext http)
    {
        await EndAsync(http, SessionEnd.SignedOut);
        await signIn.SignOutAsync();
    }

    /// <summary>After a change of the account: this browser stays signed in, in the same session, with what is true now.</summary>
    public Task RefreshAsync(HttpContext http, ConsoleUser user) => signIn.SignInWithClaimsAsync(
        user, new AuthenticationProperties(), http.User.SessionId() is { } session ? [ActorOf.ToSessionClaim(session)] : []);

    private async Task EndAsync(HttpContext http, SessionEnd reason)
    {
        if (http.User.SessionId() is { } session) await sessions.EndAsync(session, reason, http.User.ToActor(), http.RequestAborted);
    }
}
