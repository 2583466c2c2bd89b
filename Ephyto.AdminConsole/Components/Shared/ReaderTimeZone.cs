using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Components.Shared;

/// <summary>
/// The time zone the reader's browser is in, from a cookie that <c>js/shell.js</c> writes; carried from the first
/// rendering into the circuit. Unknown on the first page of a first visit: times then read in UTC and the script refines them.
/// </summary>
internal sealed class ReaderTimeZone
{
    /// <summary>The IANA name, or null where the browser has not told it yet.</summary>
    [PersistentState]
    public string? Name { get; set; }

    public bool IsKnown => Name is not null;

    public TimeZoneInfo Zone => Name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(Name, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The zone that the person chose in the account goes before the browser's.</summary>
    public void Read(HttpContext context) => Name =
        Known(ConsoleCookies.Of(context).Read(context, ConsoleCookies.ChosenZone))
            ?? Known(ConsoleCookies.Of(context).Read(context, ConsoleCookies.Zone)) ?? Name;

    /// <summary>Null: the browser's zone counts again.</summary>
    public static void Choose(HttpContext context, string? name)
    {
        var cookies = ConsoleCookies.Of(context);
        if (Known(name) is { } zone) cookies.WriteChoice(context, ConsoleCookies.ChosenZone, zone);
        else if (cookies.Read(context, ConsoleCookies.ChosenZone) is not null) cookies.Delete(context, ConsoleCookies.ChosenZone);
    }

    /// <summary>The name, if it is that of a zone.</summary>
    public static string? Known(string? name) =>
        name is { Length: > 0 and < 64 } && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _) ? name : null;

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
