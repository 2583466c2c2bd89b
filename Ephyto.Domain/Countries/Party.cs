namespace Ephyto.Domain.Countries;

/// <summary>How a country or area stands to the International Plant Protection Convention.</summary>
public enum PartyStatus
{
    ContractingParty,

    /// <summary>A State that is not bound by the Convention.</summary>
    NotParty,

    /// <summary>A territory, for which a contracting party answers.</summary>
    Territory,

    NotKnown,
}

/// <param name="Status">How it stands to the Convention.</param>
/// <param name="TerritoryOf">Of a territory the country that answers for it, two letters; else null.</param>
public sealed record Party(PartyStatus Status, string? TerritoryOf = null)
{
    public static readonly Party NotKnown = new(PartyStatus.NotKnown);

    /// <summary>Whether its official contact point may validate a participation.</summary>
    public bool IsContractingParty => Status == PartyStatus.ContractingParty;
}
