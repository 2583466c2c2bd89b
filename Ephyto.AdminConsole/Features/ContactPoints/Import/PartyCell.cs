using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Countries;

namespace Ephyto.AdminConsole.Features.ContactPoints.Import;

/// <summary>
/// How a country stands to the Convention, as a cell of a file: <c>yes</c>, <c>no</c>, <c>territory of FR</c>; nothing where it is not
/// known.
/// </summary>
internal static class PartyCell
{
    public const string Example = "yes";

    private const string Yes = "yes";
    private const string No = "no";
    private const string TerritoryOf = "territory of ";

    public static string Write(Party party) => party.Status switch
    {
        PartyStatus.ContractingParty => Yes,
        PartyStatus.NotParty => No,
        PartyStatus.Territory => TerritoryOf + party.TerritoryOf,
        _ => "",
    };

    /// <returns>Null where the cell says nothing, or nothing that can be read (<paramref name="fault"/>).</returns>
    public static Party? Read(string cell, string? countryCode, CountryCatalogue countries, int line, out CsvFault? fault)
    {
        fault = null;
        if (cell.Length == 0) return null;
        if (cell.Equals(Yes, StringComparison.OrdinalIgnoreCase)) return new(PartyStatus.ContractingParty);
        if (cell.Equals(No, StringComparison.OrdinalIgnoreCase)) return new(PartyStatus.NotParty);
        if (cell.StartsWith(TerritoryOf, StringComparison.OrdinalIgnoreCase)
            && countries.Find(cell[TerritoryOf.Length..].Trim())?.Code is { } code && code != countryCode)
            return new(PartyStatus.Territory, code);

        fault = new(CsvFaultKind.UnknownParty, line, DirectoryColumns.Party);
        return null;
    }
}
