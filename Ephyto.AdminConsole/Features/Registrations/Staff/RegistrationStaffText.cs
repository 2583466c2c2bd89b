namespace Ephyto.AdminConsole.Features.Registrations.Staff;

/// <summary>The texts of the hub's pages about registrations.</summary>
internal sealed class RegistrationStaffText;
