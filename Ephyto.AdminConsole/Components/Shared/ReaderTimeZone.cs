using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Components.Shared;

/// <summary>
/// The time zone the reader's browser is in, from a cookie that <c>js/shell.js</c> writes; carried from the first
/// rendering into the circuit. Unknown on the first page of a first visit: times then read in UTC and the script refines them.
/// </summary>
internal sealed class ReaderTimeZone
{
    public const string CookieName = "ephyto-zone";

    /// <summary>The zone that the person chose in the account; it goes before the browser's.</summary>
    public const string ChosenCookieName = "ephyto-zone-chosen";

    /// <summary>The IANA name, or null where the browser has not told it yet.</summary>
    [PersistentState]
    public string? Name { get; set; }

    public bool IsKnown => Name is not null;

    public TimeZoneInfo Zone => Name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(Name, out var zone) ? zone : TimeZoneInfo.Utc;

    public void Read(HttpContext context) => Name = Known(context.Request.Cookies[ChosenCookieName]) ?? Known(context.Request.Cookies[CookieName]) ?? Name;

    /// <summary>Null: the browser's zone counts again.</summary>
    public static void Choose(HttpContext context, string? name)
    {
        var cookie = new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps };
        if (Known(name) is { } zone) context.Response.Cookies.Append(ChosenCookieName, zone, cookie);
        else if (context.Request.Cookies.ContainsKey(ChosenCookieName)) context.Response.Cookies.Delete(ChosenCookieName, cookie);
    }

    /// <summary>The name, if it is that of a zone.</summary>
    public static string? Known(string? name) => name is { Length: > 0 and < 64 } && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _) ? name : null;

    /// <summary>The moment as the reader's clock shows it, with the zone's distance from UTC.</summary>
    public (DateTime Time, string Offset) ToLocal(DateTime utc)
    {
        var moment = DateTime.SpecifyKind(utc, DateTimeKind.Utc);
        var offset = Zone.GetUtcOffset(moment);
        return (moment + offset, Describe(offset));
    }

    private static string Describe(TimeSpan offset)
    {
        if (offset == TimeSpan.Zero)
        {
            return "UTC";
        }

        var minutes = offset.Minutes == 0 ? string.Empty : $":{Math.Abs(offset.Minutes):00}";
        return $"UTC{(offset < TimeSpan.Zero ? '-' : '+')}{Math.Abs(offset.Hours)}{minutes}";
    }
}
