using System.Buffers.Binary;
using System.Security.Cryptography;
using Ephyto.AdminConsole.Platform.Forms;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Links;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Ephyto.AdminConsole.Platform.Links;

/// <summary>A link that was opened in this browser a short time ago.</summary>
/// <param name="SubjectId">What it opens; several messages may carry links to the same.</param>
internal sealed record OpenedLink(Guid Id, Guid SubjectId, LinkPurpose Purpose, DateTimeOffset OpenedAt);

/// <summary>
/// After its first GET a link's secret leaves the address: a short cookie of that link, readable by the server only, remembers
/// that it was opened. Each holds the link's id, encrypted and with an end; the link itself is checked again at every use.
/// </summary>
internal sealed class LinkCookies(IDataProtectionProvider protection, ConsoleCookies cookies, TimeProvider time)
{
    /// <summary>Each is some 200 bytes in every request; proxies refuse requests whose headers are longer than 8 KB.</summary>
    public const int Most = 12;

    private const string Prefix = "link-";
    private const int Length = 41;

    private static readonly TimeSpan ShortLife = TimeSpan.FromHours(1);

    // The tracker is looked at again and again; it shows, and what it decides is the applicant's own.
    private static readonly TimeSpan TrackerLife = TimeSpan.FromHours(12);

    private readonly IDataProtector _protector = protection.CreateProtector("Ephyto.Links.Cookie", "v2");

    /// <summary>The oldest make room for the newest.</summary>
    public void Remember(HttpContext http, AccessLink link)
    {
        foreach (var (name, _) in Held(http).Where(held => held.Link?.Id != link.Id).OrderByDescending(held => held.Link?.OpenedAt)
            .Skip(Most - 1)) cookies.Delete(http, name);
        cookies.Write(http, NameOf(link.Id), Write(new OpenedLink(link.Id, link.SubjectId, link.Purpose, time.GetUtcNow())),
            LifeOf(link.Purpose));
    }

    /// <summary>
    /// The links of the purpose that were opened in this browser, the newest first, and of several to the same matter the newest.
    /// </summary>
    public IReadOnlyList<OpenedLink> Opened(HttpContext http, LinkPurpose purpose) =>
        [.. Held(http).Select(held => held.Link).OfType<OpenedLink>().Where(link => link.Purpose == purpose)
            .OrderByDescending(link => link.OpenedAt).ThenByDescending(link => link.Id).DistinctBy(link => link.SubjectId)];

    public bool IsOpened(HttpContext http, Guid linkId) =>
        cookies.Read(http, NameOf(linkId)) is { } value && Read(NameOf(linkId), value) is not null;

    /// <summary>
    /// The link of the purpose that this request is about. For a form it is the one that the form was shown for, for a page
    /// the one that its address names, and where it names none, the only one there is. Null also where several could be meant.
    /// </summary>
    public Guid? Recall(HttpContext http, LinkPurpose purpose)
    {
        if (ShownForm.Of(http) is { } form)
            return form.Purpose == purpose && form.LinkId is { } shown && IsOpened(http, shown) ? shown : null;

        if (http.Request.Query[LinkHandle.Parameter].ToString() is { Length: > 0 } handle)
            return Held(http)
                .FirstOrDefault(held => held.Link is { } link && link.Purpose == purpose && LinkHandle.Of(link.Id) == handle).Link?.Id;
        return Opened(http, purpose) is [var only] ? only.Id : null;
    }

    public void Forget(HttpContext http, Guid linkId) => cookies.Delete(http, NameOf(linkId));

    private static TimeSpan LifeOf(LinkPurpose purpose) => purpose == LinkPurpose.ApplicantTracker ? TrackerLife : ShortLife;

    /// <summary>With the names as <see cref="ConsoleCookies"/> takes them.</summary>
    private IEnumerable<(string Name, OpenedLink? Link)> Held(HttpContext http)
    {
        var ours = cookies.NameOf("");
        return http.Request.Cookies.Where(cookie => cookie.Key.StartsWith(cookies.NameOf(Prefix), StringComparison.Ordinal))
            .Select(cookie => (cookie.Key[ours.Length..], Read(cookie.Key[ours.Length..], cookie.Value)));
    }

    private OpenedLink? Read(string name, string value) => Read(value) is { } link && NameOf(link.Id) == name ? link : null;

    private string Write(OpenedLink link)
    {
        var bytes = new byte[Length];
        link.Id.TryWriteBytes(bytes);
        link.SubjectId.TryWriteBytes(bytes.AsSpan(16));
        bytes[32] = (byte)link.Purpose;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(33), link.OpenedAt.ToUnixTimeSeconds());
        return WebEncoders.Base64UrlEncode(_protector.Protect(bytes));
    }

    private OpenedLink? Read(string value)
    {
        try
        {
            if (_protector.Unprotect(WebEncoders.Base64UrlDecode(value)) is not { Length: Length } bytes) return null;
            var opened = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(33)));
            var link = new OpenedLink(new Guid(bytes.AsSpan(0, 16)), new Guid(bytes.AsSpan(16, 16)), (LinkPurpose)bytes[32], opened);
            return opened + LifeOf(link.Purpose) > time.GetUtcNow() ? link : null;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static string NameOf(Guid linkId) => Prefix + LinkHandle.Of(linkId);
}
