namespace Ephyto.AdminConsole.Features.Registrations;

internal sealed class RegistrationPageText;
