using System.Net.Sockets;
using System.Security.Cryptography;
using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Platform.Emails;

/// <summary>The way of an e-mail out of the console.</summary>
internal interface IEmailTransport
{
    /// <summary>Returns once somebody else is responsible for the e-mail.</summary>
    /// <exception cref="EmailDeliveryException">The e-mail was not taken; says whether another try can help.</exception>
    /// <remarks>Every other exception means: not now.</remarks>
    Task SendAsync(WrittenEmail email, CancellationToken ct);

    /// <summary>Nothing more to send for now: what was kept open between two e-mails may be closed.</summary>
    Task RestAsync(CancellationToken ct) => Task.CompletedTask;
}

/// <summary>An e-mail was not taken.</summary>
/// <param name="words">One line: the mail server's own words with the number of its answer, or what went wrong.</param>
/// <param name="isFinal">Another try would be refused as well.</param>
internal sealed class EmailDeliveryException(DeliveryTrouble trouble, string words, bool isFinal = false, Exception? inner = null)
    : Exception(words, inner)
{
    public DeliveryTrouble Trouble => trouble;

    public bool IsFinal => isFinal;

    /// <summary>What any failure to send an e-mail comes to.</summary>
    public static EmailDeliveryException Of(Exception error) => error switch
    {
        EmailDeliveryException told => told,
        // The secret of its link cannot be read again by waiting.
        CryptographicException => new(DeliveryTrouble.SecretUnreadable, OneLine.Of(error.Message), isFinal: true, error),
        TimeoutException => new(DeliveryTrouble.TimedOut, OneLine.Of(error.Message), inner: error),
        SocketException or IOException => new(DeliveryTrouble.NotReached, OneLine.Of(error.Message), inner: error),
        _ => new(DeliveryTrouble.Other, OneLine.Of(error.Message), inner: error),
    };
}
