using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Components.Shared;

/// <summary>How far a moment is from now, in words.</summary>
internal static class RelativeTime
{
    private static readonly (TimeSpan Unit, string Name)[] Units =
    [
        (TimeSpan.FromDays(365), "Year"),
        (TimeSpan.FromDays(30), "Month"),
        (TimeSpan.FromDays(1), "Day"),
        (TimeSpan.FromHours(1), "Hour"),
        (TimeSpan.FromMinutes(1), "Minute"),
    ];

    public static string Describe(DateTime moment, DateTime now, IStringLocalizer<SharedText> text)
    {
        var distance = (moment - now).Duration();
        var tense = moment < now ? "Past" : "Future";
        foreach (var (unit, name) in Units)
        {
            // Rounded down, but for a sliver: what was due in four days a moment ago is due in four days.
            var count = (int)(distance / unit + .01);
            if (count >= 1)
            {
                return count == 1 ? text[tense + name] : text[$"{tense}{name}s", count];
            }
        }

        return text[moment <= now ? "JustNow" : "InAMoment"];
    }
}
