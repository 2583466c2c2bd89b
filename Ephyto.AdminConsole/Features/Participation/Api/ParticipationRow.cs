using System.ComponentModel;
using Ephyto.AdminConsole.Features.Participation.UseCases;
using Ephyto.Domain.Common;
using Ephyto.Domain.Countries;

namespace Ephyto.AdminConsole.Features.Participation.Api;

/// <summary>One country in the public data. A contract: fields are added, never changed.</summary>
public sealed record ParticipationRow(
    [property: Description("ISO 3166-1, two letters; EU for the European Union.")] string Code,
    [property: Description("In English.")] string Name,
    [property: Description("UN region.")] string Region,
    [property: Description("How far the country has come.")] ParticipationState State,
    [property: Description("In this state since, UTC; null where the country is not a member.")] DateTime? Since,
    [property: Description("Whether the country sends ePhytos now.")] bool Sends,
    [property: Description("Whether the country receives ePhytos now.")] bool Receives,
    [property: Description("How the country stands to the International Plant Protection Convention.")] PartyStatus Party,
    [property: Description("Of a territory the country that answers for it, two letters; else null.")] string? TerritoryOf,
    [property: Description(
        "The code of the connection of another organization through which the country exchanges; else null, also where the system of "
            + "others has no such code.")]
    string? Through,
    [property: Description(
        "The organization whose connection that is, or the system of others, as the country's organization named it; else null.")]
    string? ThroughName)
{
    public static ParticipationRow Of(CountryParticipation row) =>
        new(row.Country.Code, row.Country.NameIn(Languages.English.Code), row.Country.Region, row.State, row.Since,
            row.Sends, row.Receives, row.Party.Status, row.Party.TerritoryOf, row.Through?.Connection,
            row.Through?.Organization ?? row.NamedSystem);
}
