namespace Ephyto.Domain.Notifications;

/// <summary>Why a mail server did not take an e-mail, as far as its answer tells.</summary>
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
    NotUnderstood,
}

/// <summary>With whom the troubles lie that are with nobody else.</summary>
public static class TroubleSides
{
    /// <summary>The address: no e-mail reaches its reader there until somebody corrects it or makes room.</summary>
    public static readonly IReadOnlyList<DeliveryTrouble> Address =
        [DeliveryTrouble.MailboxUnknown, DeliveryTrouble.DomainUnknown, DeliveryTrouble.MailboxFull, DeliveryTrouble.AddressNotSupported];

    /// <summary>The console's own settings: wrong for every e-mail, and mended for every e-mail.</summary>
    public static readonly IReadOnlyList<DeliveryTrouble> Console = [DeliveryTrouble.SenderRefused, DeliveryTrouble.RelayDenied,
        DeliveryTrouble.SignInRefused];

    /// <summary>The mail server, or the way to it: nothing is said about the message or its reader, and another try may succeed.</summary>
    public static readonly IReadOnlyList<DeliveryTrouble> Server =
    [
        DeliveryTrouble.NotReached, DeliveryTrouble.NotEncrypted, DeliveryTrouble.Certificate, DeliveryTrouble.TimedOut,
        DeliveryTrouble.TryLater, DeliveryTrouble.NotUnderstood,
    ];
}
