using Ephyto.AdminConsole.Platform.Countries;

namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <summary>Codes of countries, as a certificate writes them: ISO 3166-1 alpha-2, in capitals.</summary>
internal sealed class PhytoCountries(CountryCatalogue catalogue)
{
    /// <summary>In ISO 3166-1, and not among the countries and areas of the UN lists.</summary>
    private const string BesidesTheUnitedNations = "TW";

    private static readonly Dictionary<string, string> Mistaken = new(StringComparer.OrdinalIgnoreCase) { ["UK"] = "GB", ["EL"] = "GR" };

    public bool Knows(string code) => IsTwoLetters(code) && (IsCountry(code) || code == BesidesTheUnitedNations || IsOfPartner(code));

    /// <summary>The letters XA to XZ belong to nobody: the partners of a sandbox have them.</summary>
    public static bool IsOfPartner(string code) => IsTwoLetters(code) && code[0] == 'X';

    private static bool IsTwoLetters(string code) =>
        code.Length == 2 && char.IsAsciiLetterUpper(code[0]) && char.IsAsciiLetterUpper(code[1]);

    // A member organization, such as the European Union, is a party and no country: the lists give it no number.
    private bool IsCountry(string code) => catalogue.Find(code) is { M49.Length: > 0 };

    public static string LettersOf(string connection) => connection.Length > 2 ? connection[..2] : connection;

    /// <summary>Whether the country is one; what else it may be is said.</summary>
    public void Check(PhytoElement element, string code, PhytoReport report)
    {
        if (Knows(code)) return;
        var (found, arguments) = Mistaken.TryGetValue(code, out var right) ? ("CountryMistaken", new[] { code, right })
            : code.Length > 2 && Knows(LettersOf(code)) && code[2..].All(char.IsAsciiDigit)
                ? ("CountryIsConnection", [code, LettersOf(code)])
            : Knows(code.ToUpperInvariant()) ? ("CountryInSmallLetters", [code, code.ToUpperInvariant()])
            : ("CountryUnknown", [code]);
        report.Add(ValidationArea.Mapping, ValidationLevel.Severe, element, found, arguments);
    }

    /// <summary>A country that has to be there.</summary>
    public void Require(PhytoElement parent, string path, string code, PhytoReport report)
    {
        if (report.Require(parent, path, code) is { } country) Check(parent.Find(path)!, country, report);
    }
}
