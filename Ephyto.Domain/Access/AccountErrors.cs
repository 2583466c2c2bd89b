using Ephyto.Domain.Common;

namespace Ephyto.Domain.Access;

public static class AccountErrors
{
    /// <summary>One sentence for every reason, so that it tells nobody whether there is such an account.</summary>
    public static readonly DomainError SignInFailed = new(
        "account.sign-in-failed",
        "E-mail address and password do not match. After several failed attempts an account stays locked for 15 minutes.");

    public static readonly DomainError AlreadyExists =
        new("account.already-exists", "There is an account with this address already. Enter its password.");

    public static readonly DomainError WrongPassword = new("account.wrong-password", "This is not your present password.");

    public static readonly DomainError PasswordTooShort =
        new("account.password-too-short", "A password has at least 12 characters. A few words in a row are easy to remember.");

    public static readonly DomainError PasswordTooLong = new("account.password-too-long", "A password has at most 128 characters.");

    public static readonly DomainError PasswordTooCommon =
        new("account.password-too-common", "This password is among those that are tried first. Choose another one.");

    public static readonly DomainError PasswordTooPersonal = new(
        "account.password-too-personal", "This password consists mostly of your name, your address or your organization. Choose another one.");

    public static readonly DomainError SetUpDone =
        new("account.set-up-done", "The hub has an administrator already.");
}
