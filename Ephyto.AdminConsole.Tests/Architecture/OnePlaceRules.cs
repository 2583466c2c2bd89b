using System.Text.RegularExpressions;

namespace Ephyto.AdminConsole.Tests.Architecture;

/// <summary>What one place of the console does for all the others.</summary>
internal static partial class OnePlaceRules
{
    /// <summary>Dialogs opened past <c>ConfirmDialogs</c>: a second press would open a second one.</summary>
    public static IEnumerable<string> DialogsOpenedElsewhere(string file, string text) => Find(Dialog(), "/ConfirmDialogs.cs", file, text);

    /// <summary>The focus set past <c>LeadingBack</c>, which knows that the browser may be gone.</summary>
    public static IEnumerable<string> FocusSetElsewhere(string file, string text) => Find(Focus(), "/LeadingBack.cs", file, text);

    /// <summary>The active administrators written anew: everybody asks <c>Administrators</c>.</summary>
    public static IEnumerable<string> AdministratorsElsewhere(string file, string text) =>
        Find(ActiveAdministrators(), "/Field/Readers/Administrators.cs", file, text);

    /// <summary>The current contact of a country read past <c>CurrentContacts</c>.</summary>
    public static IEnumerable<string> ContactsElsewhere(string file, string text) =>
        Find(CurrentContact(), "/Field/Directory/CurrentContacts.cs", file, text);

    /// <summary>
    /// A circuit led to a whole new page past <c>LeadOn</c>: where the browser has gone, the address goes into the log as an error.
    /// </summary>
    public static IEnumerable<string> LedOnElsewhere(string file, string text) => Find(WholePage(), "/LeadOn.razor", file, text);

    /// <summary>A day written for readers past <c>DaysInWords</c>, which knows what each language says of the first of a month.</summary>
    public static IEnumerable<string> DaysWrittenElsewhere(string file, string text) => Find(Day(), "/DaysInWords.cs", file, text);

    /// <summary>A language chosen by its letters past <c>Languages</c>.</summary>
    public static IEnumerable<string> LanguagesElsewhere(string file, string text) => Find(LanguageCode(), "/Languages.cs", file, text);

    /// <summary>Something done again and again past <c>Clock</c>, which goes on where it fails.</summary>
    public static IEnumerable<string> ClocksElsewhere(string file, string text) => Find(Clock(), "/Platform/Time/Clock.cs", file, text);

    private static IEnumerable<string> Find(Regex pattern, string place, string file, string text) =>
        file.EndsWith(place, StringComparison.Ordinal) ? [] : pattern.Matches(text).Select(match => $"{file}: {match.Value}");

    [GeneratedRegex(@"\.ShowAsync<\w+|\bdialog\w*\.ShowAsync\(|\.ShowMessageBox(Async)?\(|<MudMessageBox\b|<MudDialog\b[^>]*\bVisible",
        RegexOptions.IgnoreCase)]
    private static partial Regex Dialog();

    [GeneratedRegex(@"\.NavigateTo\(.*, true\)|\bforceLoad: true|\bForceLoad = true")]
    private static partial Regex WholePage();

    [GeneratedRegex(@"\.ToString\((""D""|""[^""]*\bd MMM[^""]*""|\w+\[""(Exact|Day)Pattern""\])")]
    private static partial Regex Day();

    [GeneratedRegex(@"(==|!=|\bis|\bis not|=>|\bor|\[) ?""(en|fr)""|""(en|fr)"" (=>|==|!=|or)")]
    private static partial Regex LanguageCode();

    [GeneratedRegex(@"\bnew PeriodicTimer\(|\bPeriodicTimer \w+ = new\(")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\w+\.FocusAsync\(")]
    private static partial Regex Focus();

    // In either order, in a query or as a pattern.
    [GeneratedRegex(@"NppoRole\.Administrator\s*(&&|,)[^;\n]*MemberStatus\.Active|MemberStatus\.Active\s*(&&|,)[^;"
        + @"\n]*NppoRole\.Administrator")]
    private static partial Regex ActiveAdministrators();

    [GeneratedRegex(@"Set<ContactPoint>\(\)(\.AsNoTracking\(\))?\.Single(OrDefault)?Async\(\w+ => \w+\.CurrentCountryCode ==")]
    private static partial Regex CurrentContact();
}
