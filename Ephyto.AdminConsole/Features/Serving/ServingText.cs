using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Serving;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Serving;

/// <summary>The texts about countries that a connection serves.</summary>
internal sealed class ServingText;

internal static class ServingWords
{
    /// <summary>
    /// The key of the answer to whether a connection does something for a country: what it is set to counts when the contact point has
    /// agreed, and its organization is live.
    /// </summary>
    /// <param name="does">What is asked.</param>
    public static string KeyOf(ServingMatter matter, Func<ServedExchange, bool> does) =>
        !does(matter.Exchange) ? "No" : !does(matter.Counted) ? "NotAgreedYet" : matter.Nppo.Status switch
        {
            NppoStatus.Live => "Yes",
            NppoStatus.Suspended => "YesWhenLifted",
            _ => "YesWhenLive",
        };

    /// <summary>Which day may be named for an end: one that is told already is only brought forward.</summary>
    public static string EndDayHint(this IStringLocalizer<ServingText> text, ServedCountry serving) => serving.EndsOn is { } known
        ? text["EndDayHintNotice", known.InWords(DaysInWords.Whole)] : text["EndDayHint"];
}
