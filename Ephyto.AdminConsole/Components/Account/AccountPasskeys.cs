using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace Ephyto.AdminConsole.Components.Account;

/// <summary>The two ceremonies with a passkey. Between their halves a short cookie remembers what was asked.</summary>
internal sealed class AccountPasskeys(SignInManager<ConsoleUser> signIn, SecurityWatch watch)
{
    private UserManager<ConsoleUser> Users => signIn.UserManager;

    /// <returns>JSON for <c>navigator.credentials.create</c>.</returns>
    public Task<string> CreationOptionsAsync(ConsoleUser user) => signIn.MakePasskeyCreationOptionsAsync(
        new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email ?? "", DisplayName = user.DisplayName });

    /// <returns>JSON for <c>navigator.credentials.get</c>. It names no account, so it tells nobody which there are.</returns>
    public Task<string> RequestOptionsAsync() => signIn.MakePasskeyRequestOptionsAsync(user: null);

    /// <summary>The new passkey that the browser made for this person; null where it was not asked for, or for somebody else.</summary>
    public async Task<UserPasskeyInfo?> ReadNewAsync(ConsoleUser user, string? credential)
    {
        if (string.IsNullOrWhiteSpace(credential)) return null;
        try
        {
            var made = await signIn.PerformPasskeyAttestationAsync(credential);
            return made.Succeeded && made.UserEntity.Id == user.Id.ToString() ? made.Passkey : null;
        }
        catch (InvalidOperationException)
        {
            // Nothing had been asked for in this browser, or too long ago.
            return null;
        }
    }

    /// <summary>Whose passkey it is; null where it does not hold. Nobody guesses one, so no attack on a password keeps it out.</summary>
    public async Task<ConsoleUser?> CheckAsync(string? credential)
    {
        if (string.IsNullOrWhiteSpace(credential)) return null;
        try
        {
            var shown = await signIn.PerformPasskeyAssertionAsync(credential);
            if (!shown.Succeeded || !await signIn.CanSignInAsync(shown.User))
            {
                watch.Note(SecuritySignal.SignInFailed, shown.User?.Id);
                return null;
            }

            return (await Users.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey)).Succeeded ? shown.User : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static string NameOf(byte[] credentialId) => WebEncoders.Base64UrlEncode(credentialId);

    public static byte[]? IdOf(string? name)
    {
        try
        {
            return string.IsNullOrEmpty(name) ? null : WebEncoders.Base64UrlDecode(name);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
