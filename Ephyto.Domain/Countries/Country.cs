using Ephyto.Domain.Common;

namespace Ephyto.Domain.Countries;

/// <summary>
/// A country or area as the United Nations list it: ISO 3166 and M49 codes, names in the six official languages. A member organization
/// that is a contracting party by itself, such as the European Union, is one too.
/// </summary>
/// <param name="Code">ISO 3166-1 alpha-2, upper case; of a member organization the code that ISO 3166 reserves for it.</param>
/// <param name="Iso3">ISO 3166-1 alpha-3; empty where there is none.</param>
/// <param name="M49">UN M49, three digits; empty where there is none.</param>
/// <param name="Names">By two-letter language: ar, zh, en, fr, ru, es.</param>
/// <param name="Region">UN region, in English; empty where the list has none.</param>
/// <param name="Subregion">UN subregion, in English.</param>
public sealed record Country(
    string Code, string Iso3, string M49, IReadOnlyDictionary<string, string> Names, string Region, string Subregion)
{
    /// <summary>How it stands to the Convention, as the console was delivered with it. What the hub enters counts before it.</summary>
    public Party Party { get; init; } = Party.NotKnown;

    /// <summary>Antarctica, which alone belongs to no region of the lists, has no government that could take part.</summary>
    public bool MayTakePart => Region.Length > 0;

    /// <summary>The name in the language, or in English where the language is not one of the six.</summary>
    public string NameIn(string language) => Names.TryGetValue(language, out var name) ? name : Names[Languages.English.Code];
}
