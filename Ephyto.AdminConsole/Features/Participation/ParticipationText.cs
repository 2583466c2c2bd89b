namespace Ephyto.AdminConsole.Features.Participation;

/// <summary>The words of the list of participating countries.</summary>
internal sealed class ParticipationText;
