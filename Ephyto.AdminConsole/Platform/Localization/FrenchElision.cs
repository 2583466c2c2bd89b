using System.Globalization;
using System.Text.RegularExpressions;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Platform.Localization;

/// <summary>
/// Before a vowel French says d’ and qu’: a sentence is written with <c>de {0}</c> and <c>que {0}</c>, and whoever comes into it decides.
/// What begins with an h is left as it is written, since only a dictionary knows which of them are silent; Haïti is one that comes often.
/// </summary>
internal static partial class FrenchElision
{
    /// <summary>The sentence as it is before these are put into it.</summary>
    /// <param name="format">With numbered places, as <see cref="string.Format(string, object[])"/> takes it.</param>
    public static string In(string format, IReadOnlyList<object> arguments) =>
        Languages.Current != Languages.French ? format : Place().Replace(format, place =>
            int.Parse(place.Groups["at"].Value, CultureInfo.InvariantCulture) is var at && at < arguments.Count
            && arguments[at].ToString() is { } put && Vowel().IsMatch(put)
                ? $"{place.Groups["word"].Value[..^1]}’{{{at}"
                : place.Value);

    [GeneratedRegex(@"\b(?<word>[Dd]e|[Qq]ue) \{(?<at>[0-9]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    // Y before a consonant is a vowel, ou before another vowel is none (Yves, Yann; Ouganda, Ouattara).
    [GeneratedRegex(@"^([aàâäáeéèêëiîïíôöóuùûüúœæ]|o($|[^u])|ou($|[^aeéèiïo])|y[^aeiouàâéèêîôû]|ha[iï]ti)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Vowel();
}
