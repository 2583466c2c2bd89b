namespace Ephyto.Domain.Notifications;

/// <summary>Why a mail server did not take a mail, as far as its answer tells.</summary>
public enum DeliveryTrouble
{
    MailboxUnknown,
    DomainUnknown,
    MailboxFull,
    RefusedAsSpam,
    TooLarge,
    AddressNotSupported,
    SenderRefused,
    RelayDenied,
    SignInRefused,
    NotReached,
    NotEncrypted,
    Certificate,
    TimedOut,
    TryLater,
    SecretUnreadable,
    Other,
}
