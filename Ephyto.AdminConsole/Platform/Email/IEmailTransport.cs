using MimeKit;

namespace Ephyto.AdminConsole.Platform.Email;

/// <summary>The way of a mail out of the console.</summary>
internal interface IEmailTransport
{
    /// <summary>Returns once somebody else is responsible for the mail.</summary>
    /// <exception cref="EmailRefusedException">Refused for good; another try would be refused as well.</exception>
    /// <remarks>Every other exception means: not now.</remarks>
    Task SendAsync(MimeMessage message, CancellationToken ct);

    /// <summary>Nothing more to send for now: what was kept open between two mails may be closed.</summary>
    Task RestAsync(CancellationToken ct) => Task.CompletedTask;
}

/// <summary>The mail server will never take this mail; the message holds its own words.</summary>
internal sealed class EmailRefusedException(string words, Exception? inner = null) : Exception(words, inner);
