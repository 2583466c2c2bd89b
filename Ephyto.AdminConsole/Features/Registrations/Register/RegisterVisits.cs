using System.Security.Cryptography;
using System.Text.Json;
using Ephyto.AdminConsole.Platform.Links;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Registrations.Register;

/// <summary>What the request of the page knows and its circuit cannot.</summary>
/// <param name="DraftKey">SHA-256 of the secret in the browser's cookie.</param>
/// <param name="RemoteAddress">As <see cref="RegisterLimiter.AddressOf"/> gives it.</param>
/// <param name="OpenedAt">UTC.</param>
internal sealed record RegisterVisit(string DraftKey, string? RemoteAddress, DateTime OpenedAt);

/// <summary>
/// Knows a browser again by a random cookie only the server reads, and hands the visit from the request to the circuit,
/// encrypted: who holds a browser cannot name another's draft or another address.
/// </summary>
internal sealed class RegisterVisits(
    IDataProtectionProvider protection, IWebHostEnvironment environment, IOptions<RegisterOptions> options, TimeProvider time)
{
    private const int SecretLength = 43;
    private readonly IDataProtector _protector = protection.CreateProtector("Ephyto.Registrations.Visit");

    // Browsers keep a __Host- cookie only over TLS, which a developer's machine does not have.
    private string CookieName => environment.IsDevelopment() ? "ephyto-draft" : "__Host-ephyto-draft";

    public RegisterVisit Begin(HttpContext http)
    {
        var secret = http.Request.Cookies[CookieName] is { Length: SecretLength } known ? known : LinkSecrets.New();
        http.Response.Cookies.Append(CookieName, secret, new CookieOptions
        {
            HttpOnly = true,
            Secure = !environment.IsDevelopment() || http.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(options.Value.DraftDays),
        });
        return new RegisterVisit(
            LinkSecrets.Hash(secret), RegisterLimiter.AddressOf(http.Connection.RemoteIpAddress), time.GetUtcNow().UtcDateTime);
    }

    public string Protect(RegisterVisit visit) => _protector.Protect(JsonSerializer.Serialize(visit));

    /// <summary>Null for a text that is not of this console.</summary>
    public RegisterVisit? Read(string? protectedVisit)
    {
        try
        {
            return string.IsNullOrEmpty(protectedVisit) ? null : JsonSerializer.Deserialize<RegisterVisit>(_protector.Unprotect(protectedVisit));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
