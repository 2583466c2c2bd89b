using Ephyto.Domain.Notifications;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;

namespace Ephyto.AdminConsole.Platform.Email;

/// <summary>Makes of a queued mail what goes over the wire. Only here the secret of its link stands in clear.</summary>
internal sealed class EmailMessageBuilder(IOptions<EmailOptions> options, IOptions<HubOptions> hub)
{
    public MimeMessage Build(OutgoingEmail email, string? secret)
    {
        var message = new MimeMessage
        {
            // The same at every try, so that a mail that comes twice is recognised.
            MessageId = $"{email.Id:N}@{hub.Value.PublicAddress!.IdnHost}",
            Date = new DateTimeOffset(DateTime.SpecifyKind(email.QueuedAt, DateTimeKind.Utc)),
            Subject = OneLine.Of(email.Subject),
            Body = new MultipartAlternative
            {
                new TextPart(TextFormat.Plain) { Text = Fill(email.Text, secret) },
                new TextPart(TextFormat.Html) { Text = Fill(email.Html, secret) },
            },
        };
        message.From.Add(new MailboxAddress(OneLine.Of(options.Value.FromName), options.Value.From));
        message.To.Add(new MailboxAddress("", email.To));
        if (options.Value.ReplyTo.Length > 0)
        {
            message.ReplyTo.Add(new MailboxAddress("", options.Value.ReplyTo));
        }

        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Body.Headers.Add(HeaderId.ContentLanguage, email.Language);
        return message;
    }

    private static string Fill(string body, string? secret) =>
        secret is null ? body : body.Replace(OutgoingEmail.SecretPlaceholder, secret, StringComparison.Ordinal);
}
