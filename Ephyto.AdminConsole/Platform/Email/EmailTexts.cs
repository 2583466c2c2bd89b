namespace Ephyto.AdminConsole.Platform.Email;

/// <summary>The texts around every mail, and those of the mailbox for developers.</summary>
internal sealed class EmailTexts;
