namespace Ephyto.AdminConsole.Features.Registrations.Recover;

/// <summary>The texts of a recovery: its form, and the notice to the administrators.</summary>
internal sealed class RecoverText;
