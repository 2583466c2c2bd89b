namespace Ephyto.AdminConsole.Features.Registrations.Emails;

internal sealed class RegistrationEmailText;
