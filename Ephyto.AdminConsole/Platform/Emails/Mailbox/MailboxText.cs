namespace Ephyto.AdminConsole.Platform.Emails.Mailbox;

/// <summary>The texts of the mailbox for developers.</summary>
internal sealed class MailboxText;
