namespace Ephyto.AdminConsole.Features.Registrations.Register;

/// <summary>The words of the registration steps.</summary>
internal sealed class RegisterText;
