using Ephyto.Domain.Notifications;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Emails;

/// <summary>Makes of a queued e-mail what goes over the wire. Only here the secret of its link stands in clear.</summary>
internal sealed class EmailMessageBuilder(IOptions<EmailOptions> options, IOptions<HubOptions> hub)
{
    public WrittenEmail Build(OutgoingEmail email, string? secret) => new(
        $"{email.Id:N}@{hub.Value.PublicAddress!.IdnHost}",
        new DateTimeOffset(DateTime.SpecifyKind(email.QueuedAt, DateTimeKind.Utc)),
        email.Language,
        new EmailSender(OneLine.Of(options.Value.FromName), options.Value.From),
        email.To,
        options.Value.ReplyTo.Length > 0 ? options.Value.ReplyTo : null,
        OneLine.Of(email.Subject),
        Fill(email.Text, secret),
        Fill(email.Html, secret));

    private static string Fill(string body, string? secret) =>
        secret is null ? body : body.Replace(OutgoingEmail.SecretPlaceholder, secret, StringComparison.Ordinal);
}
