using System.Collections.Concurrent;
using Ephyto.AdminConsole.Platform.Email;
using Ephyto.AdminConsole.Platform.Email.Delivery;
using MimeKit;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>Takes every mail and keeps it, or fails as told.</summary>
internal sealed class KeptMails : IEmailTransport
{
    private readonly ConcurrentQueue<MimeMessage> _sent = new();

    public IReadOnlyList<MimeMessage> Sent => [.. _sent];

    /// <summary>Thrown instead of taking a mail, while it is set.</summary>
    public Exception? Failure { get; set; }

    public Task SendAsync(WrittenEmail mail, CancellationToken ct)
    {
        if (Failure is { } failure)
            return Task.FromException(failure);
        _sent.Enqueue(MimeMessages.Of(mail));
        return Task.CompletedTask;
    }
}
