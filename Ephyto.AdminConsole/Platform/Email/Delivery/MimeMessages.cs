using MimeKit;
using MimeKit.Text;

namespace Ephyto.AdminConsole.Platform.Email.Delivery;

/// <summary>Between the console's mails and the format of the wire (RFC 5322, MIME).</summary>
internal static class MimeMessages
{
    public static MimeMessage Of(WrittenEmail mail)
    {
        var message = new MimeMessage
        {
            MessageId = mail.MessageId,
            Date = mail.Date,
            Subject = mail.Subject,
            Body = new MultipartAlternative
            {
                new TextPart(TextFormat.Plain) { Text = mail.Text },
                new TextPart(TextFormat.Html) { Text = mail.Html },
            },
        };
        message.From.Add(new MailboxAddress(mail.From.Name, mail.From.Address));
        message.To.Add(new MailboxAddress("", mail.To));
        if (mail.ReplyTo is not null)
        {
            message.ReplyTo.Add(new MailboxAddress("", mail.ReplyTo));
        }

        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Body.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        return message;
    }

    public static async Task WriteAsync(WrittenEmail mail, Stream file, CancellationToken ct)
    {
        using var message = Of(mail);
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

/// <summary>A mail as its file holds it.</summary>
internal sealed record FiledEmail(string Text, string Html, IReadOnlyList<(string Name, string Value)> Headers);
