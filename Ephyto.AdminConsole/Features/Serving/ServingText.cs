using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Serving;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Serving;

/// <summary>The texts about countries that a connection serves.</summary>
internal sealed class ServingText;

internal static class ServingWords
{
    /// <summary>The key of the answer to whether a connection does something for a country.</summary>
    /// <param name="does">Whether it does.</param>
    /// <param name="counts">Whether that counts: the contact point has agreed.</param>
    public static string KeyOf(bool does, bool counts) => counts ? "Yes" : does ? "NotAgreedYet" : "No";

    /// <summary>Which day may be named for an end: one that is told already is only brought forward.</summary>
    public static string EndDayHint(this IStringLocalizer<ServingText> text, ServedCountry serving) => serving.EndsOn is { } known
        ? text["EndDayHintNotice", known.InWords(DaysInWords.Whole)] : text["EndDayHint"];
}
