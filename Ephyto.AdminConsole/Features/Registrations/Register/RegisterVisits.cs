using System.Security.Cryptography;
using System.Text.Json;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Registrations.Register;

/// <summary>What the request of the page knows and its circuit cannot.</summary>
/// <param name="DraftKey">SHA-256 of the secret in the browser's cookie.</param>
/// <param name="RemoteAddress">As <see cref="RateLimits.Sender"/> gives it.</param>
/// <param name="OpenedAt">UTC.</param>
/// <param name="SentBefore">The form that this browser sent last, where this is the first visit since; null else.</param>
internal sealed record RegisterVisit(string DraftKey, string? RemoteAddress, DateTime OpenedAt, string? SentBefore = null);

/// <summary>
/// Knows a browser again by a random cookie only the server reads, and hands the visit from the request to the circuit,
/// encrypted: who holds a browser cannot name another's draft or another address.
/// </summary>
internal sealed class RegisterVisits(
    IDataProtectionProvider protection, ConsoleCookies cookies, IOptions<RegisterOptions> options, TimeProvider time)
{
    private const int SecretLength = 43;
    private readonly IDataProtector _protector = protection.CreateProtector("Ephyto.Registrations.Visit");

    public RegisterVisit Begin(HttpContext http)
    {
        var secret = cookies.Read(http, ConsoleCookies.Draft) is { Length: SecretLength } known ? known : LinkSecrets.New();
        return Visit(http, secret, null);
    }

    /// <summary>The browser's form was sent: whatever it types now is another one.</summary>
    public RegisterVisit BeginAnother(HttpContext http, RegisterVisit sent) => Visit(http, LinkSecrets.New(), sent.DraftKey);

    /// <summary>Of a form that lives in its page alone.</summary>
    public RegisterVisit BeginOnPage() => new(LinkSecrets.Hash(LinkSecrets.New()), null, time.GetUtcNow().UtcDateTime);

    private RegisterVisit Visit(HttpContext http, string secret, string? sentBefore)
    {
        cookies.Write(http, ConsoleCookies.Draft, secret, TimeSpan.FromDays(options.Value.DraftDays));
        return new RegisterVisit(LinkSecrets.Hash(secret), RateLimits.Sender(http.Connection.RemoteIpAddress),
            time.GetUtcNow().UtcDateTime, sentBefore);
    }

    public string Protect(RegisterVisit visit) => _protector.Protect(JsonSerializer.Serialize(visit));

    /// <summary>Null for a text that is not of this console.</summary>
    public RegisterVisit? Read(string? protectedVisit)
    {
        try
        {
            return string.IsNullOrEmpty(protectedVisit)
                ? null : JsonSerializer.Deserialize<RegisterVisit>(_protector.Unprotect(protectedVisit));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
