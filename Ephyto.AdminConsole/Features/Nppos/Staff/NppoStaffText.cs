namespace Ephyto.AdminConsole.Features.Nppos.Staff;

/// <summary>The texts of the hub's pages about organizations.</summary>
internal sealed class NppoStaffText;
