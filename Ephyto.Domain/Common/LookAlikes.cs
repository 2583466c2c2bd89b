using System.Text;

namespace Ephyto.Domain.Common;

/// <summary>Letters of Cyrillic and Greek that look like Latin ones, after Unicode's list of confusable characters.</summary>
public static class LookAlikes
{
    private const string Foreign = "аеорсухіјѕһԛԝԁɡӏνοαιυρκτтмвнк";
    private const string Alike = "aeopcyxijshqwdglvoaiupkttmbhk";

    private static readonly Dictionary<char, char> ToLatin = Foreign.Zip(Alike).ToDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>The text as a hasty eye reads it: each such letter as the Latin one. For comparing, never for keeping.</summary>
    public static string Latin(string text) => string.Concat(text.Select(letter => ToLatin.GetValueOrDefault(letter, letter)));

    /// <summary>
    /// Whether a word holds letters of more than one of these scripts, which no language does: a Cyrillic <c>а</c> in a Latin word.
    /// </summary>
    public static bool MixesScripts(string word)
    {
        var (latin, cyrillic, greek, other) = (false, false, false, false);
        foreach (var rune in word.EnumerateRunes().Where(Rune.IsLetter))
        {
            switch (rune.Value)
            {
                case < 0x250 or >= 0x1E00 and <= 0x1EFF: latin = true; break;
                case >= 0x370 and <= 0x3FF or >= 0x1F00 and <= 0x1FFF: greek = true; break;
                case >= 0x400 and <= 0x52F or >= 0x1C80 and <= 0x1C8F or >= 0x2DE0 and <= 0x2DFF or >= 0xA640
                    and <= 0xA69F: cyrillic = true; break;
                case >= 0x250 and <= 0x2AF or >= 0x530 and <= 0x58F or >= 0x10A0 and <= 0x10FF or >= 0x13A0 and <= 0x13FF or >= 0x1400
                    and <= 0x167F: other = true; break;
                default: break;
            }
        }

        return (latin ? 1 : 0) + (cyrillic ? 1 : 0) + (greek ? 1 : 0) + (other ? 1 : 0) > 1;
    }
}
