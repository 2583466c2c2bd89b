using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Participation.UseCases;

namespace Ephyto.AdminConsole.Features.Participation.Components;

/// <summary>Tone and icon of a state; they only repeat what its word says.</summary>
internal static class ParticipationLooks
{
    private static readonly Dictionary<ParticipationState, (Tone Tone, IconKind Icon)> Looks = new()
    {
        [ParticipationState.Live] = (Tone.Success, IconKind.Check),
        [ParticipationState.Testing] = (Tone.Warning, IconKind.Flask),
        [ParticipationState.Onboarding] = (Tone.Info, IconKind.Building),
        [ParticipationState.Suspended] = (Tone.Danger, IconKind.Pause),
        [ParticipationState.UnderWay] = (Tone.Neutral, IconKind.Clock),
        [ParticipationState.NotRegistered] = (Tone.Neutral, IconKind.Closed),
    };

    public static (Tone Tone, IconKind Icon) Of(ParticipationState state) => Looks[state];

    /// <summary>The place of a country in the list, to which its tile leads.</summary>
    public static string AnchorOf(CountryParticipation row) => $"country-{row.Country.Code}";
}
