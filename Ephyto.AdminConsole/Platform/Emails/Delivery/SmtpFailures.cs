using System.Globalization;
using Ephyto.Domain.Notifications;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Ephyto.AdminConsole.Platform.Emails.Delivery;

/// <summary>What the library's exceptions mean to the console.</summary>
internal static class SmtpFailures
{
    public static EmailDeliveryException Of(Exception error) => error switch
    {
        SmtpCommandException answer => OfAnswer(answer),
        // Answer 530 to any command: the library has an exception of its own for it.
        ServiceNotAuthenticatedException => new(DeliveryTrouble.SignInRefused, OneLine.Of($"530 {error.Message}"), inner: error),
        AuthenticationException => new(DeliveryTrouble.SignInRefused, OneLine.Of(error.Message), inner: error),
        SslHandshakeException => new(DeliveryTrouble.Certificate, OneLine.Of(error.Message), inner: error),
        ServiceNotConnectedException or ProtocolException => new(DeliveryTrouble.NotReached, OneLine.Of(error.Message), inner: error),
        _ => EmailDeliveryException.Of(error),
    };

    private static EmailDeliveryException OfAnswer(SmtpCommandException answer)
    {
        var words = OneLine.Of(string.Create(CultureInfo.InvariantCulture, $"{(int)answer.StatusCode} {answer.Message}"));
        var trouble = TroubleOf(answer, DeliveryTroubles.OfWords(words));
        return new(trouble, words, IsFinal(answer, trouble), answer);
    }

    // The same number means another thing at another command.
    private static DeliveryTrouble TroubleOf(SmtpCommandException answer, DeliveryTrouble told) => answer.ErrorCode switch
    {
        SmtpErrorCode.SenderNotAccepted when told is DeliveryTrouble.Other or DeliveryTrouble.MailboxUnknown =>
            DeliveryTrouble.SenderRefused,
        SmtpErrorCode.SenderNotAccepted when told == DeliveryTrouble.MailboxFull => DeliveryTrouble.TooLarge,
        SmtpErrorCode.RecipientNotAccepted when told == DeliveryTrouble.Other
            && (int)answer.StatusCode == 501 => DeliveryTrouble.AddressNotSupported,
        _ => told,
    };

    // A wrong sender or account is the console's fault and can be mended, whatever it is said of; a server that lost the thread may find
    // it again. A refused recipient or content cannot be mended by waiting.
    private static bool IsFinal(SmtpCommandException answer, DeliveryTrouble trouble) =>
        (int)answer.StatusCode >= 500 && answer.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted
        && !TroubleSides.Console.Concat(TroubleSides.Server).Contains(trouble);
}
