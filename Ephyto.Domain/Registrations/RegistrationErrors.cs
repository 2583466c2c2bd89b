using Ephyto.Domain.Common;

namespace Ephyto.Domain.Registrations;

public static class RegistrationErrors
{
    public static readonly DomainError AlreadyOpen =
        new("registration.already-open", "A registration of this country is open already.");

    public static readonly DomainError AnotherVerified =
        new("registration.another-verified", "Another registration of this country was verified first.");

    public static readonly DomainError HasAdministrator =
        new("registration.has-administrator", "This country's NPPO has an administrator already.");

    public static readonly DomainError NotRegistered =
        new("registration.not-registered", "This country's NPPO is not registered yet, so there is nothing to recover.");

    public static readonly DomainError SentAlready = new(
        "registration.sent-already",
        "This form was sent already. Here is the registration that came of it; nothing was sent a second time.");

    public static readonly DomainError NotPossibleNow =
        new("registration.not-possible-now", "This is not possible in the state the registration is in now.");

    public static readonly DomainError NotYours =
        new("registration.not-yours", "This registration was put before another contact point.");

    public static readonly DomainError WordsNeeded =
        new("registration.words-needed", "Please write what you want to say.");

    public static readonly DomainError WordsTooLong =
        new("registration.words-too-long",
            "The text is longer than 2,000 characters. Nothing of it was sent: shorten it and send it again.");

    public static readonly DomainError ReasonNeeded = new("registration.reason-needed", "Please choose a reason.");

    public static readonly DomainError ResentRecently =
        new("registration.resent-recently", "The message was sent a short time ago. Please wait before you send it again.");

    public static readonly DomainError NotAwaited = new(
        "registration.not-awaited",
        "The registration no longer waits for an answer to this message, so there is no new link. Its own page says what can be done now.");

    public static readonly DomainError NoContactPoint =
        new("registration.no-contact-point", "The directory has no contact point for this country.");
}
