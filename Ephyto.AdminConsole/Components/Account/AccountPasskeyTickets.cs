using System.Globalization;
using System.Security.Cryptography;
using Ephyto.AdminConsole.Data.Identity;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Ephyto.AdminConsole.Components.Account;

/// <summary>
/// Says that somebody proved who they are and named the passkey that is to be made: the device makes none before, so that a
/// wrong password leaves nothing behind on it.
/// </summary>
internal sealed class AccountPasskeyTickets(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
    private readonly IDataProtector _protector = protection.CreateProtector("Ephyto.PasskeyTicket");

    /// <summary>Good for this account until one of its means of signing in changes, and for a few minutes.</summary>
    public string Issue(ConsoleUser user, string name) => _protector.Protect(string.Join(
        ':', user.Id.ToString("N"), user.SecurityStamp, (time.GetUtcNow() + Life).ToUnixTimeSeconds(),
        WebEncoders.Base64UrlEncode(System.Text.Encoding.UTF8.GetBytes(name))));

    /// <returns>The name; null where the ticket is another person's, too old, or none.</returns>
    public string? NameIn(ConsoleUser user, string? ticket)
    {
        if (string.IsNullOrEmpty(ticket)) return null;
        try
        {
            return _protector.Unprotect(ticket).Split(':') is [var owner, var stamp, var until, var name]
                && owner == user.Id.ToString("N") && stamp == user.SecurityStamp
                && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
                && time.GetUtcNow().ToUnixTimeSeconds() < end
                ? System.Text.Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(name)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
