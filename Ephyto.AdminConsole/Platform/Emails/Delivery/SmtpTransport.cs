using System.Globalization;
using Ephyto.Domain.Notifications;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Ephyto.AdminConsole.Platform.Emails.Delivery;

/// <summary>Hands e-mails to the mail server, one after the other over one connection while there are more.</summary>
internal sealed class SmtpTransport(IOptions<SmtpOptions> options, IOptions<HubOptions> hub) : IEmailTransport, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private SmtpClient? _client;

    public async Task SendAsync(WrittenEmail email, CancellationToken ct)
    {
        using var message = MimeMessages.Of(email);
        var patience = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(patience);
        await _gate.WaitAsync(limit.Token);
        try
        {
            _client ??= await ConnectAsync(limit.Token);
            await _client.SendAsync(FormatFor(message, _client), message, limit.Token);
        }
        catch (OperationCanceledException late) when (!ct.IsCancellationRequested)
        {
            Drop();
            var waited = patience.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            throw new EmailDeliveryException(DeliveryTrouble.TimedOut,
                $"The mail server did not take the mail within {waited} s.", inner: late);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            var failure = SmtpFailures.Of(error);
            // After a lasting refusal of one e-mail the connection serves the next.
            if (!failure.IsFinal)
            {
                Drop();
            }

            throw failure;
        }
        catch
        {
            Drop();
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task RestAsync(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            if (_client is { IsConnected: true } client)
            {
                await client.DisconnectAsync(quit: true, ct);
            }
        }
        finally
        {
            Drop();
            _gate.Release();
        }
    }

    public void Dispose()
    {
        Drop();
        _gate.Dispose();
    }

    private static FormatOptions FormatFor(MimeMessage message, SmtpClient client)
    {
        var format = FormatOptions.Default.Clone();
        format.International = message.To.Mailboxes.Any(mailbox => mailbox.IsInternational);
        return !format.International || client.Capabilities.HasFlag(SmtpCapabilities.UTF8)
            ? format
            : throw new EmailDeliveryException(
                DeliveryTrouble.AddressNotSupported,
                "The mail server takes no address with letters outside ASCII (SMTPUTF8).", isFinal: true);
    }

    private async Task<SmtpClient> ConnectAsync(CancellationToken ct)
    {
        var settings = options.Value;
        var client = new SmtpClient { CheckCertificateRevocation = settings.CheckCertificateRevocation };
        try
        {
            if (hub.Value.PublicAddress is { HostNameType: UriHostNameType.Dns } address)
            {
                client.LocalDomain = address.IdnHost;
            }

            if (settings.AllowInvalidCertificate)
            {
#pragma warning disable CA5359 // asked for by an option that is refused outside Development
                client.ServerCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
            }

            await OpenAsync(client, settings, ct);
            if (settings.UserName.Length > 0)
            {
                await AuthenticateAsync(client, settings, ct);
            }

            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private static async Task OpenAsync(SmtpClient client, SmtpOptions settings, CancellationToken ct)
    {
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, SecurityOf(settings), ct);
        }
        catch (NotSupportedException none)
        {
            throw new EmailDeliveryException(DeliveryTrouble.NotEncrypted, OneLine.Of(none.Message), inner: none);
        }
    }

    private static async Task AuthenticateAsync(SmtpClient client, SmtpOptions settings, CancellationToken ct)
    {
        if (!client.IsSecure && settings.Security != SmtpSecurity.None)
        {
            throw new EmailDeliveryException(
                DeliveryTrouble.NotEncrypted, "The mail server offers no encryption, so the password is not sent to it.");
        }

        try
        {
            await client.AuthenticateAsync(settings.UserName, settings.Password, ct);
        }
        catch (NotSupportedException none)
        {
            throw new EmailDeliveryException(DeliveryTrouble.SignInRefused, OneLine.Of(none.Message), inner: none);
        }
    }

    private static SecureSocketOptions SecurityOf(SmtpOptions settings) => settings.Security switch
    {
        SmtpSecurity.None => SecureSocketOptions.None,
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.ImplicitTls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.Auto,
    };

    private void Drop()
    {
        _client?.Dispose();
        _client = null;
    }
}
