namespace Ephyto.AdminConsole.Features.People.Staff;

/// <summary>The texts of the pages about the users of the hub.</summary>
internal sealed class HubUsersText;
