namespace Ephyto.AdminConsole.Features.Members;

/// <summary>The words of the pages about members.</summary>
internal sealed class MembersText;
