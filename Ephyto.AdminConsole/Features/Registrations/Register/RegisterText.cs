namespace Ephyto.AdminConsole.Features.Registrations.Register;

/// <summary>The texts of the registration steps.</summary>
internal sealed class RegisterText;
