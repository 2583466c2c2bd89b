namespace Ephyto.AdminConsole.Features.People.Staff;

/// <summary>The words of the pages about the users of the hub.</summary>
internal sealed class HubUsersText;
