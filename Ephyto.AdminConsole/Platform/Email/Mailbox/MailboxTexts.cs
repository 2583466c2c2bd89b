namespace Ephyto.AdminConsole.Platform.Email.Mailbox;

/// <summary>The texts of the mailbox for developers.</summary>
internal sealed class MailboxTexts;
