namespace Ephyto.AdminConsole.Features.Registrations.Staff;

/// <summary>The words of the hub's pages about registrations.</summary>
internal sealed class RegistrationStaffText;
