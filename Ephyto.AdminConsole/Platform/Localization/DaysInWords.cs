using System.Globalization;
using System.Text.RegularExpressions;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Platform.Localization;

/// <summary>
/// Days as a language says them. French alone counts the first of a month by its rank, which no pattern of the framework knows; English
/// is that of no country, and its framework would write the day after the month.
/// </summary>
internal static partial class DaysInWords
{
    /// <summary>With the name of the day of the week.</summary>
    public const string Whole = "D";

    /// <param name="moment">In the reader's zone.</param>
    /// <param name="pattern">Of the framework; <see cref="Whole"/> for the language's own long one.</param>
    /// <param name="culture">Null: the reader's.</param>
    public static string InWords(this DateTime moment, string pattern, CultureInfo? culture = null)
    {
        var language = culture ?? CultureInfo.CurrentCulture;
        var whole = pattern != Whole ? pattern
            : Languages.Of(language) == Languages.English ? "dddd d MMMM yyyy" : language.DateTimeFormat.LongDatePattern;
        var isRank = moment.Day == 1 && Languages.Of(language) == Languages.French;
        return moment.ToString(isRank ? DayOfMonth().Replace(whole, "'1er'") : whole, language);
    }

    /// <inheritdoc cref="InWords(DateTime, string, CultureInfo?)"/>
    public static string InWords(this DateOnly day, string pattern, CultureInfo? culture = null) =>
        day.ToDateTime(TimeOnly.MinValue).InWords(pattern, culture);

    [GeneratedRegex(@"\bd\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DayOfMonth();
}
