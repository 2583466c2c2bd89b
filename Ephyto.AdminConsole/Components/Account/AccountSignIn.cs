using System.Security.Claims;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Components.Account;

/// <summary>Checks a password, and signs a person in to this browser.</summary>
internal sealed class AccountSignIn(
    SignInManager<ConsoleUser> signIn, IdentitySessions sessions, AccountPasswords passwords, KnownDevices devices,
    IOptions<LanguageOptions> languages)
{
    /// <returns>The account, or null: unknown, wrong or tried too often, which nobody is told apart.</returns>
    public async Task<ConsoleUser?> CheckAsync(string? email, string? password)
    {
        if (EmailAddress.TryParse(email) is not { } address) return null;
        var user = await signIn.UserManager.FindByEmailAsync(address.Value);
        return await passwords.HoldsAsync(ProofKind.Password, address, user, password) && await signIn.CanSignInAsync(user!) ? user : null;
    }

    /// <summary>From the next page on this browser is signed in and reads the language of the account.</summary>
    /// <returns>The person with their rights, for the choice of the first page.</returns>
    public async Task<ClaimsPrincipal> SignInAsync(HttpContext http, ConsoleUser user)
    {
        await EndAsync(http, SessionEnd.Replaced);
        var session = await sessions.BeginAsync(user.Id, http);
        await signIn.SignInWithClaimsAsync(user, new AuthenticationProperties(), [ActorOf.ToSessionClaim(session.Id)]);
        devices.Remember(http, user);
        if (languages.Value.Offered.FirstOrDefault(offered => offered.Code == user.Language) is { } language)
            LanguageChoice.Remember(http, language);
        ReaderTimeZone.Choose(http, user.TimeZone);
        return await signIn.CreateUserPrincipalAsync(user);
    }

    public async Task SignOutAsync(HttpContext http)
    {
        await EndAsync(http, SessionEnd.SignedOut);
        http.LeaveNothing();
        await signIn.SignOutAsync();
    }

    /// <summary>After a change of the account: this browser stays signed in, in the same session, with what is true now.</summary>
    public async Task RefreshAsync(HttpContext http, ConsoleUser user)
    {
        await signIn.SignInWithClaimsAsync(user, new AuthenticationProperties(), http.User.SessionId() is { } session
            ? [ActorOf.ToSessionClaim(session)] : []);
        devices.Remember(http, user);
    }

    private async Task EndAsync(HttpContext http, SessionEnd reason)
    {
        if (http.User.SessionId() is { } session) await sessions.EndAsync(session, reason, http.User.ToActor(), http.RequestAborted);
    }
}
