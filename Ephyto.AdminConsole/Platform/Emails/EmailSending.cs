using System.Collections.Concurrent;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Platform.Emails;

/// <summary>
/// Sends what is due, each e-mail by one node. Whoever dies between sending an e-mail and noting it leaves a claim that
/// runs out; the e-mail then goes out again under the same Message-ID.
/// </summary>
internal sealed class EmailSending(
    EmailQueue queue, IEmailTransport transport, EmailMessageBuilder builder, LinkSecrets secrets,
    RetrySchedule schedule, TimeProvider time, ILogger<EmailSending> log)
{
    // Sent, but the store would not note it: noted at the next claim instead of sent a second time.
    private readonly ConcurrentDictionary<Guid, DateTime> _unnoted = new();

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>An e-mail under way is finished even when <paramref name="stopping"/> is cancelled.</summary>
    /// <returns>How many e-mails this node had in hand; 0 means nothing is due.</returns>
    public async Task<int> SendDueAsync(CancellationToken stopping)
    {
        var handled = 0;
        foreach (var id in await queue.FindDueAsync(stopping))
        {
            if (!stopping.IsCancellationRequested && await queue.ClaimAsync(id) is { } email)
            {
                handled++;
                await SendAsync(email);
            }
        }

        return handled;
    }

    private async Task SendAsync(OutgoingEmail email)
    {
        var reader = EmailAddress.TryParse(email.To)?.Masked() ?? "";
        try
        {
            if (!_unnoted.ContainsKey(email.Id))
            {
                var secret = email.ProtectedSecret is null ? null : secrets.Unprotect(email.ProtectedSecret);
                await transport.SendAsync(builder.Build(email, secret), CancellationToken.None);
                _unnoted[email.Id] = Now;
                log.LogInformation("Sent mail {EmailId} ({Kind}) to {Reader}", email.Id, email.Kind, reader);
            }
        }
        catch (Exception error)
        {
            var failure = EmailDeliveryException.Of(error);
            // Mail servers like to repeat the address they refuse.
            var masked = failure.Message.Replace(email.To, reader, StringComparison.OrdinalIgnoreCase);
            log.LogWarning("Mail {EmailId} ({Kind}) to {Reader} was not taken: {Words}", email.Id, email.Kind, reader, masked);
            await queue.NoteAsync(email.Id, noted => PutOff(noted, failure));
            return;
        }

        await queue.NoteAsync(email.Id, noted => noted.MarkSent(_unnoted[email.Id]));
        _unnoted.TryRemove(email.Id, out _);
    }

    private void PutOff(OutgoingEmail email, EmailDeliveryException failure)
    {
        if (!failure.IsFinal && schedule.DelayAfter(email.Attempts + 1) is { } delay)
        {
            email.MarkDelayed(failure.Message, Now + delay, Now, failure.Trouble);
        }
        else
        {
            email.MarkFailed(failure.Message, Now, failure.Trouble);
        }
    }
}
