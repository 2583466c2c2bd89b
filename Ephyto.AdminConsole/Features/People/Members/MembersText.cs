namespace Ephyto.AdminConsole.Features.People.Members;

/// <summary>The texts of the pages about members.</summary>
internal sealed class MembersText;
