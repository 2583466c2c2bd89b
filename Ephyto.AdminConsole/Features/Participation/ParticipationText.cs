namespace Ephyto.AdminConsole.Features.Participation;

/// <summary>The texts of the list of participating countries.</summary>
internal sealed class ParticipationText;
