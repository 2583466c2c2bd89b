namespace Ephyto.AdminConsole.Platform.Emails;

/// <summary>An e-mail as it goes out: whole, with the secret of its link in clear, in words of the console and of no library.</summary>
/// <param name="MessageId">Without angle brackets. The same at every try, so that an e-mail that comes twice is recognised.</param>
/// <param name="Language">Of both bodies: a tag of BCP 47.</param>
/// <param name="ReplyTo">Null when answers go to <paramref name="From"/>.</param>
internal sealed record WrittenEmail(
    string MessageId, DateTimeOffset Date, string Language, EmailSender From, string To, string? ReplyTo, string Subject,
    string Text, string Html);

internal sealed record EmailSender(string Name, string Address);
