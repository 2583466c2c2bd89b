using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Ephyto.AdminConsole.Platform.Links;

/// <summary>
/// The secret half of a link: 256 random bits. The store keeps only its SHA-256; until the e-mail is sent, the queue keeps it encrypted.
/// </summary>
internal sealed class LinkSecrets(IDataProtectionProvider protection)
{
    private const int Bytes = 32;
    private readonly IDataProtector _protector = protection.CreateProtector("Ephyto.Links.Secret");

    public static string New() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public string Protect(string secret) => _protector.Protect(secret);

    /// <exception cref="CryptographicException">The keys that encrypted it are gone.</exception>
    public string Unprotect(string protectedSecret) => _protector.Unprotect(protectedSecret);
}
