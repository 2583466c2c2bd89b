using Ephyto.AdminConsole.Components.Account.Reactions;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Notifications;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Components.Account.Emails;

/// <summary>What the e-mails about accounts say. Each is built in its reader's language.</summary>
internal sealed class AccountEmails(IStringLocalizer<AccountEmails> text)
{
    public static readonly EmailKind ResetKind = EmailKind.WithLink<RenewAccountEmail>("account.reset-password");
    public static readonly EmailKind EmailChangeKind = EmailKind.WithLink<RenewAccountEmail>("account.confirm-email");
    public static readonly EmailKind FarewellKind = EmailKind.Plain("account.erased.farewell");
    public static readonly EmailKind EmailChangedKind = EmailKind.Plain("account.email-changed-old");

    /// <summary>Those above, and what tells of a change in the means of signing in: such an e-mail bears the code of the event.</summary>
    public static readonly IReadOnlyList<EmailKind> Kinds =
    [
        ResetKind, EmailChangeKind, FarewellKind, EmailChangedKind,
        .. new[]
        {
            PasswordChanged.Name, AuthenticatorTurnedOn.Name, AuthenticatorTurnedOff.Name, RecoveryCodesMade.Name, RecoveryCodeUsed.Name,
            PasskeyAdded.Name, PasskeyRemoved.Name, Ephyto.Domain.Access.EmailChanged.Name, SecondFactorReset.Name, SignInsHeldBack.Name,
            CodesHeldBack.Name,
        }.Select(EmailKind.Plain),
    ];

    public const string OldEmailPath = "account/email/old";
    public const string NewEmailPath = "account/email/new";
    public const string ResetPath = "account/reset-password";

    public EmailContent Reset(ConsoleUser user) => new(text["ResetSubject"],
    [
        new Paragraph(text["Greeting", PersonName.Of(user.DisplayName)]),
        new Paragraph(text["ResetAsked"]),
        new ActionLink(text["ResetAction"], $"{ResetPath}/{OutgoingEmail.SecretPlaceholder}"),
        new Paragraph(text["ResetUntil"]),
        new Paragraph(text["ResetNotYou"]),
    ]);

    /// <summary>
    /// To the old address and to the new one; each holder confirms. Whose the new one is nobody knows yet: it is not told the name.
    /// </summary>
    public EmailContent ConfirmEmail(ConsoleUser user, string wanted, LinkPurpose purpose) => new(text["ConfirmEmailSubject"],
    [
        new Paragraph(purpose == LinkPurpose.ConfirmOldEmail ? text["Greeting", PersonName.Of(user.DisplayName)] : text["GreetingPlain"]),
        new Paragraph(text["ConfirmEmailAsked", user.Email!, wanted]),
        new ActionLink(text["ConfirmEmailAction"],
            $"{(purpose == LinkPurpose.ConfirmOldEmail ? OldEmailPath : NewEmailPath)}/{OutgoingEmail.SecretPlaceholder}"),
        new Paragraph(text["ConfirmEmailUntil"]),
        new Paragraph(text["ConfirmEmailNotYou"]),
    ]);

    /// <summary>To the address that was the person's until now.</summary>
    public EmailContent EmailChanged(ConsoleUser user) => new(text["account_email_changed_subject"],
    [
        new Paragraph(text["Greeting", PersonName.Of(user.DisplayName)]),
        new Paragraph(text["EmailChangedOld", user.Email!]),
        new Paragraph(text["EmailChangedNotYou"]),
    ]);

    /// <summary>The last one to this address.</summary>
    public EmailContent Farewell() =>
        new(text["FarewellSubject"], [new Paragraph(text["FarewellSaid"]), new Paragraph(text["FarewellNotYou"])]);

    /// <summary>Of a change in the means of signing in.</summary>
    /// <param name="user">The reader.</param>
    /// <param name="code">The event's, such as <c>account.passkey-added</c>: its words are found by it.</param>
    public EmailContent Changed(ConsoleUser user, string code)
    {
        var name = code.Replace('.', '_').Replace('-', '_');
        return new(text[$"{name}_subject"],
        [
            new Paragraph(text["Greeting", PersonName.Of(user.DisplayName)]),
            new Paragraph(text[$"{name}_said"]),
            new Paragraph(text["ChangedNotYou"]),
            new ActionLink(text["ChangedAction"], "account/forgot-password"),
        ]);
    }
}
