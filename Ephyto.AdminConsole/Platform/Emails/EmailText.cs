namespace Ephyto.AdminConsole.Platform.Emails;

/// <summary>The texts around every e-mail, and those of the mailbox for developers.</summary>
internal sealed class EmailText;
