using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Components.Shared;

/// <summary>
/// The time zone the reader's browser is in, from a cookie that <c>js/shell.js</c> writes; carried from the first
/// rendering into the circuit. Unknown on the first page of a first visit: times then read in UTC and the script refines them.
/// </summary>
internal sealed class ReaderTimeZone
{
    public const string CookieName = "ephyto-zone";

    /// <summary>The IANA name, or null where the browser has not told it yet.</summary>
    [PersistentState]
    public string? Name { get; set; }

    public bool IsKnown => Name is not null;

    public TimeZoneInfo Zone => Name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(Name, out var zone) ? zone : TimeZoneInfo.Utc;

    public void Read(HttpContext context)
    {
        if (context.Request.Cookies[CookieName] is { Length: < 64 } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _))
        {
            Name = name;
        }
    }

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
