using Ephyto.Domain.Common;

namespace Ephyto.Domain.Access;

public static class AccountErrors
{
    /// <summary>One sentence for every reason, so that it tells nobody whether there is such an account.</summary>
    public static readonly DomainError SignInFailed = new(
        "account.sign-in-failed",
        "E-mail address and password do not match. After several failed attempts further ones from here are not looked at for a while. "
        + "A passkey still works, and so does a new password by “Forgot your password?”.");

    public static readonly DomainError AlreadyExists =
        new("account.already-exists", "There is an account with this address already. Enter its password.");

    public static readonly DomainError WrongPassword = new("account.wrong-password", "This is not your present password.");

    public static readonly DomainError PasswordTooShort =
        new("account.password-too-short", "A password has at least 12 characters. A few words in a row are easy to remember.");

    public static readonly DomainError PasswordTooLong = new("account.password-too-long", "A password has at most 128 characters.");

    public static readonly DomainError PasswordTooCommon =
        new("account.password-too-common", "This password is among those that are tried first. Choose another one.");

    public static readonly DomainError PasswordTooPersonal = new(
        "account.password-too-personal",
        "This password consists mostly of your name, your address or your organization. Choose another one.");

    public static readonly DomainError EmailChangeOver = new(
        "account.email-change-over", "The change of address that this message is about is done or over. The person can start it anew.");

    public static readonly DomainError SetUpDone =
        new("account.set-up-done", "The hub has an administrator already.");

    public static readonly DomainError AuthenticatorIsOn = new("account.authenticator-is-on", "An authenticator app is set up already.");

    public static readonly DomainError AuthenticatorIsOff = new("account.authenticator-is-off", "No authenticator app is set up.");

    public static readonly DomainError SecondFactorNeeded =
        new("account.second-factor-needed", "Your role asks for a second factor, and you have no other one.");

    public static readonly DomainError NoSecondFactor =
        new("account.no-second-factor", "Recovery codes stand in for a second factor. Set one up first.");

    /// <summary>The keys that protect the secret of the app are gone: no code of the app is right any more.</summary>
    public static readonly DomainError AppLost = new(
        "account.app-lost",
        "The console can no longer read the key of your authenticator app, so no code of it works. Sign in with a recovery code or a "
            + "passkey and set up the app anew; or ask an administrator to reset your second factor.");

    /// <summary>One sentence for every reason: wrong, used already, or not looked at.</summary>
    public static readonly DomainError WrongCode = new(
        "account.wrong-code",
        "This code is not right, or has been used already. Wait for the next one in your app. "
        + "After several failed attempts further codes are not looked at for a while.");

    public static readonly DomainError CodeNeeded = new("account.code-needed", "Enter a code.");

    public static readonly DomainError KeyTooOld =
        new("account.key-too-old", "This page was open for too long. Scan the new code that is shown now.");

    public static readonly DomainError NotProven = new("account.not-proven", "This is neither your password nor a code that can be used.");

    public static readonly DomainError PasskeyNameMissing = new("account.passkey-name-missing",
        "Give the passkey a name by which you recognize it.");

    public static readonly DomainError PasskeyFailed =
        new("account.passkey-failed", "The passkey could not be used. Try again, or sign in with your password.");

    public static readonly DomainError SameEmail = new("account.same-email", "This is your present address.");

    public static readonly DomainError EmailTaken = new("account.email-taken",
        "This address cannot be used: it belongs to another account or invitation.");

    public static readonly DomainError ErasureOfLastAdministrator = new(
        "account.erasure-of-last-administrator",
        "You are the only active administrator of an organization. First assign the role of administrator to a colleague, or invite one.");

    public static readonly DomainError ErasureOfHubUser = new(
        "account.erasure-of-hub-user", "You have a role in the Hub. First ask a Hub administrator to take it away.");
}
