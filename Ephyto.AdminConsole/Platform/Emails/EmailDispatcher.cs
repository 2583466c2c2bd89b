using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Emails;

/// <summary>Empties the queue of e-mails whenever something was queued, and looks every few seconds for what became due.</summary>
internal sealed class EmailDispatcher(
    EmailSending sending, IEmailTransport transport, EmailSignal signal, IOptions<EmailOptions> options, TimeProvider time,
    ILogger<EmailDispatcher> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var interval = TimeSpan.FromSeconds(options.Value.PollSeconds);
        while (!stoppingToken.IsCancellationRequested)
        {
            await EmptyQueueAsync(stoppingToken);
            await signal.WaitAsync(interval, time, stoppingToken);
        }
    }

    private async Task EmptyQueueAsync(CancellationToken stopping)
    {
        try
        {
            var any = false;
            while (await sending.SendDueAsync(stopping) > 0)
            {
                any = true;
            }

            if (any)
            {
                await transport.RestAsync(stopping);
            }
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            log.LogError(error, "The queue of mails could not be worked off; it is tried again shortly");
        }
        catch (OperationCanceledException)
        {
            // The console is stopping.
        }
    }
}
