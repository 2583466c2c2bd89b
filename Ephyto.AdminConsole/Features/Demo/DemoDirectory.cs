using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Countries;

namespace Ephyto.AdminConsole.Features.Demo;

/// <summary>A contact for each country, under the name of an office.</summary>
internal static class DemoDirectory
{
    /// <summary>
    /// Nobody is on file here, so that what happens then can be seen: mostly where nobody lives, and Pitcairn and Tokelau.
    /// </summary>
    public static readonly IReadOnlySet<string> WithoutContact = Codes("AQ BV GS HM IO PN TF TK UM");

    private static readonly HashSet<string> InformationPoints = Codes("AD BN KI LI MC MH NR SM TL VA");

    private static readonly HashSet<string> LocalContacts =
        Codes("AI AS AW AX BL BM BQ CC CW CX FK FO GF GG GI GL GP GU HK IM JE KY MF MO MP MQ MS NC NF PF PM PR RE SH SJ SX TC VG VI WF YT");

    private static readonly Dictionary<string, HashSet<string>> Spoken = new()
    {
        [Languages.French.Code] =
            Codes("BF BI BJ BL CD CF CG CI CM DJ DZ FR GA GF GN GP HT KM LU MA MC MF MG ML MQ MR NC NE PF PM RE SN TD TG TN WF YT"),
        ["es"] = Codes("AR BO CL CO CR CU DO EC ES GQ GT HN MX NI PA PE PR PY SV UY VE"),
        ["ar"] = Codes("AE BH EG IQ JO KW LB LY OM PS QA SA SD SY YE"),
        ["ru"] = Codes("BY KG KZ RU TJ"),
        ["zh"] = Codes("CN HK MO TW"),
    };

    public static IEnumerable<(string CountryCode, ContactPointDetails Details)> For(IEnumerable<Country> countries) =>
        countries.Where(country => !WithoutContact.Contains(country.Code)).Select(country => (country.Code, DetailsOf(country)));

    private static ContactPointDetails DetailsOf(Country country)
    {
        var name = country.NameIn(Languages.English.Code);
        var kind = InformationPoints.Contains(country.Code) ? ContactPointKind.InformationPoint
            : LocalContacts.Contains(country.Code) ? ContactPointKind.LocalContact
            : ContactPointKind.OfficialContactPoint;
        var role = kind switch
        {
            ContactPointKind.InformationPoint => "Information Point",
            ContactPointKind.LocalContact => "Local Contact",
            _ => "Official Contact Point",
        };
        return new ContactPointDetails(
            kind, "", "", $"{role} of {name}", "Contact for plant health", $"Plant Health Service of {name}", "", "",
            $"contact-point.{country.Code.ToLowerInvariant()}@example.org",
            Spoken.FirstOrDefault(language => language.Value.Contains(country.Code)).Key ?? Languages.English.Code);
    }

    private static HashSet<string> Codes(string codes) => [.. codes.Split(' ')];
}
