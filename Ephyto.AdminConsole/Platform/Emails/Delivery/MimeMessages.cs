using MimeKit;
using MimeKit.Text;

namespace Ephyto.AdminConsole.Platform.Emails.Delivery;

/// <summary>Between the console's e-mails and the format of the wire (RFC 5322, MIME).</summary>
internal static class MimeMessages
{
    public static MimeMessage Of(WrittenEmail email)
    {
        var message = new MimeMessage
        {
            MessageId = email.MessageId,
            Date = email.Date,
            Subject = email.Subject,
            Body = new MultipartAlternative
            {
                new TextPart(TextFormat.Plain) { Text = email.Text },
                new TextPart(TextFormat.Html) { Text = email.Html },
            },
        };
        message.From.Add(new MailboxAddress(email.From.Name, email.From.Address));
        message.To.Add(new MailboxAddress("", email.To));
        if (email.ReplyTo is not null)
        {
            message.ReplyTo.Add(new MailboxAddress("", email.ReplyTo));
        }

        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Body.Headers.Add(HeaderId.ContentLanguage, email.Language);
        return message;
    }

    public static async Task WriteAsync(WrittenEmail email, Stream file, CancellationToken ct)
    {
        using var message = Of(email);
        await message.WriteToAsync(file, ct);
    }

    /// <param name="path">Of a file in the format of the wire (<c>.eml</c>).</param>
    public static async Task<FiledEmail> ReadAsync(string path)
    {
        using var message = await MimeMessage.LoadAsync(path);
        return new FiledEmail(message.TextBody ?? "", message.HtmlBody ?? "",
            [.. message.Headers.Select(header => (header.Field, header.Value))]);
    }
}

/// <summary>An e-mail as its file holds it.</summary>
internal sealed record FiledEmail(string Text, string Html, IReadOnlyList<(string Name, string Value)> Headers);
