namespace Ephyto.AdminConsole.Features.HubUsers;

/// <summary>The words of the pages about the users of the hub.</summary>
internal sealed class HubUsersText;
