namespace Ephyto.AdminConsole.Features.People.Members;

/// <summary>The words of the pages about members.</summary>
internal sealed class MembersText;
