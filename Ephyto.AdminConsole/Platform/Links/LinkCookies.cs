using System.Globalization;
using System.Security.Cryptography;
using Ephyto.Domain.Links;
using Microsoft.AspNetCore.DataProtection;

namespace Ephyto.AdminConsole.Platform.Links;

/// <summary>
/// After its first GET a link's secret leaves the address: a short cookie, readable by the server only, remembers which
/// link was opened. It holds the link's id, encrypted and with an end; the link itself is checked again at every use.
/// </summary>
internal sealed class LinkCookies(IDataProtectionProvider protection, IWebHostEnvironment environment, TimeProvider time)
{
    private static readonly TimeSpan ShortLife = TimeSpan.FromHours(1);

    // The tracker is looked at again and again; it shows, and what it decides is the applicant's own.
    private static readonly TimeSpan TrackerLife = TimeSpan.FromHours(12);

    private readonly IDataProtector _protector = protection.CreateProtector("Ephyto.Links.Cookie");

    public void Remember(HttpContext http, LinkPurpose purpose, Guid linkId)
    {
        var life = purpose == LinkPurpose.ApplicantTracker ? TrackerLife : ShortLife;
        var until = (time.GetUtcNow() + life).ToUnixTimeSeconds();
        http.Response.Cookies.Append(NameOf(purpose), _protector.Protect($"{purpose}:{linkId:N}:{until}"), new CookieOptions
        {
            HttpOnly = true,
            Secure = Secure(http),
            SameSite = SameSiteMode.Lax,
            Path = "/",
            IsEssential = true,
            MaxAge = life,
        });
    }

    /// <summary>The link opened in this browser for the purpose, or null.</summary>
    public Guid? Recall(HttpContext http, LinkPurpose purpose)
    {
        if (!http.Request.Cookies.TryGetValue(NameOf(purpose), out var value) || string.IsNullOrEmpty(value)) return null;
        try
        {
            var parts = _protector.Unprotect(value).Split(':');
            return parts.Length == 3 && parts[0] == purpose.ToString() && Guid.TryParseExact(parts[1], "N", out var id)
                && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var until) && until > time.GetUtcNow().ToUnixTimeSeconds() ? id : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Forget(HttpContext http, LinkPurpose purpose) =>
        http.Response.Cookies.Delete(NameOf(purpose), new CookieOptions { Path = "/", Secure = Secure(http), HttpOnly = true, SameSite = SameSiteMode.Lax });

    // Browsers keep a __Host- cookie only over TLS, which a developer's machine does not have.
    private string NameOf(LinkPurpose purpose) => (environment.IsDevelopment() ? "ephyto-link-" : "__Host-ephyto-link-") + purpose;

    private bool Secure(HttpContext http) => !environment.IsDevelopment() || http.Request.IsHttps;
}
