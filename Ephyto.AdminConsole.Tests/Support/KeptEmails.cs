using System.Collections.Concurrent;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Emails.Delivery;
using MimeKit;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>Takes every e-mail and keeps it, or fails as told.</summary>
internal sealed class KeptEmails : IEmailTransport
{
    private readonly ConcurrentQueue<MimeMessage> _sent = new();

    public IReadOnlyList<MimeMessage> Sent => [.. _sent];

    /// <summary>Thrown instead of taking an e-mail, while it is set.</summary>
    public Exception? Failure { get; set; }

    public Task SendAsync(WrittenEmail email, CancellationToken ct)
    {
        if (Failure is { } failure)
            return Task.FromException(failure);
        _sent.Enqueue(MimeMessages.Of(email));
        return Task.CompletedTask;
    }
}
