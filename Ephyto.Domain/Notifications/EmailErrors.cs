using Ephyto.Domain.Common;

namespace Ephyto.Domain.Notifications;

public static class EmailErrors
{
    public static readonly DomainError NotPossibleNow =
        new("email.not-possible-now", "This is not possible in the state the message is in now.");

    public static readonly DomainError BeingSent =
        new("email.being-sent", "The message is being handed to the mail server at this moment. Look again in a moment.");

    public static readonly DomainError AlreadyResent =
        new("email.already-resent", "This message was sent again already. Look at the newer one.");

    public static readonly DomainError NoLongerTrue =
        new("email.no-longer-true", "What this message says no longer applies, so it is not sent.");

    public static readonly DomainError LinkErased = new(
        "email.link-erased", "The secret link of this message is erased. Only a new message with a new link can take its place.");

    public static readonly DomainError LinkNotRenewed =
        new("email.link-not-renewed", "No new link can be made for a message of this kind.");

    public static readonly DomainError NoUsableAddress = new(
        "email.no-usable-address", "There is no usable address on file for this message. Correct it where it is kept, then send again.");

    public static readonly DomainError TooMany =
        new("email.too-many", "Too many messages of this kind were sent. Wait a while, then try again.");

    public static readonly DomainError InvalidAddress = new("email.invalid-address", "This is not a valid e-mail address.");

    public static readonly DomainError SameAddress = new("email.same-address", "The message went to this address already.");

    public static readonly DomainError AddressOfLink = new(
        "email.address-of-link",
        "This message carries a secret link: whoever reads it may act. Its address is corrected only where it is kept; a new message with "
            + "a new link then goes there.");

    public static readonly DomainError AddressOfAccount = new(
        "email.address-of-account", "This message is about somebody's own account and goes to the address of the account only.");

    public static readonly DomainError AlreadySettled = new("email.already-settled", "This message was dealt with already.");

    public static readonly DomainError AlreadyPaused = new("email.already-paused", "The sending is paused already.");

    public static readonly DomainError NotPaused = new("email.not-paused", "The sending is not paused.");
}
