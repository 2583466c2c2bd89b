using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <summary>
/// Countries of a certificate that are partners of a sandbox. In a delivery to one of them that is what is meant; who only has a
/// certificate checked is told that the Hub knows no such country.
/// </summary>
internal static class PartnerCountries
{
    /// <returns>One for each code, where it stands first.</returns>
    public static IEnumerable<PhytoFinding> Find(string content)
    {
        PhytoReport met = new(), told = new();
        if (PhytoContent.Unwrap(content, met) is not { } xml || PhytoReader.Read(xml, met) is not { } root) return [];

        foreach (var country in root.WithAllBelow().Where(element => element.Name.EndsWith("SPSCountry", StringComparison.Ordinal))
            .Select(element => element.Child("ID")).OfType<PhytoElement>().Where(id => PhytoCountries.IsOfPartner(id.Text))
            .DistinctBy(id => id.Text))
            told.Tell(country, "CountryOfPartner", country.Text);
        return told.Findings;
    }
}
