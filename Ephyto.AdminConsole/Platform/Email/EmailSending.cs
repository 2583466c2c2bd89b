using System.Collections.Concurrent;
using System.Security.Cryptography;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Email;

/// <summary>
/// Sends what is due, each mail by one node: a mail is claimed by moving its next attempt ahead in one statement. Whoever
/// dies between sending and noting it leaves a claim that runs out; the mail then goes out again under the same Message-ID.
/// </summary>
internal sealed class EmailSending(
    IDbContextFactory<ConsoleDbContext> store, IEmailTransport transport, EmailMessageBuilder builder, LinkSecrets secrets,
    RetrySchedule schedule, IOptions<EmailOptions> options, TimeProvider time, ILogger<EmailSending> log)
{
    private const int Batch = 50;

    // Sent, but the store would not note it: noted at the next claim instead of sent a second time.
    private readonly ConcurrentDictionary<Guid, DateTime> _unnoted = new();

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>A mail under way is finished even when <paramref name="stopping"/> is cancelled.</summary>
    /// <returns>How many mails this node had in hand; 0 means nothing is due.</returns>
    public async Task<int> SendDueAsync(CancellationToken stopping)
    {
        var handled = 0;
        foreach (var id in await FindDueAsync(stopping))
        {
            if (!stopping.IsCancellationRequested && await ClaimAsync(id) is { } email)
            {
                handled++;
                await SendAsync(email);
            }
        }

        return handled;
    }

    private async Task<List<Guid>> FindDueAsync(CancellationToken ct)
    {
        var now = Now;
        await using var db = await store.CreateDbContextAsync(ct);
        return await db.Set<OutgoingEmail>().Where(email => email.State == EmailState.Queued && email.NextAttemptAt <= now)
            .OrderBy(email => email.NextAttemptAt).ThenBy(email => email.Id).Select(email => email.Id).Take(Batch).ToListAsync(ct);
    }

    private async Task<OutgoingEmail?> ClaimAsync(Guid id)
    {
        var now = Now;
        var lease = now.AddSeconds(options.Value.LeaseSeconds);
        await using var db = await store.CreateDbContextAsync();
        var claimed = await db.Set<OutgoingEmail>()
            .Where(email => email.Id == id && email.State == EmailState.Queued && email.NextAttemptAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(email => email.NextAttemptAt, lease));
        return claimed == 1 ? await db.Set<OutgoingEmail>().AsNoTracking().SingleAsync(email => email.Id == id) : null;
    }

    private async Task SendAsync(OutgoingEmail email)
    {
        var reader = EmailAddress.TryParse(email.To)?.Masked();
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
        catch (Exception error) when (error is EmailRefusedException or CryptographicException)
        {
            log.LogWarning("Mail {EmailId} ({Kind}) to {Reader} was refused for good", email.Id, email.Kind, reader);
            await NoteAsync(email.Id, noted => noted.MarkFailed(SmtpWords.Of(error), Now));
            return;
        }
        catch (Exception error)
        {
            log.LogWarning("Mail {EmailId} ({Kind}) to {Reader} could not be sent: {Error}", email.Id, email.Kind, reader, error.GetType().Name);
            await NoteAsync(email.Id, noted => PutOff(noted, SmtpWords.Of(error)));
            return;
        }

        await NoteAsync(email.Id, noted => noted.MarkSent(_unnoted[email.Id]));
        _unnoted.TryRemove(email.Id, out _);
    }

    private void PutOff(OutgoingEmail email, string words)
    {
        if (schedule.DelayAfter(email.Attempts + 1) is { } delay)
        {
            email.MarkDelayed(words, Now + delay, Now);
        }
        else
        {
            email.MarkFailed(words, Now);
        }
    }

    private async Task NoteAsync(Guid id, Action<OutgoingEmail> mark)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await store.CreateDbContextAsync();
            var email = await db.Set<OutgoingEmail>().SingleAsync(found => found.Id == id);
            mark(email);
            try
            {
                await db.SaveChangesAsync();
                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < 3)
            {
                // Cancelled meanwhile: read again what it says now.
            }
        }
    }
}
