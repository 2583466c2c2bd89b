namespace Ephyto.AdminConsole.Features.Registrations.Recover;

/// <summary>The words of a recovery: its form, and the notice to the administrators.</summary>
internal sealed class RecoverText;
