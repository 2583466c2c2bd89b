using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Email;
using Ephyto.Domain.Notifications;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Components.Account.Emails;

/// <summary>What the mails about accounts say. Each is built in its reader's language.</summary>
internal sealed class AccountEmails(IStringLocalizer<AccountEmails> text)
{
    public const string ResetKind = "account.reset-password";
    public const string PasswordChangedKind = "account.password-changed";
    public const string ResetPath = "/account/reset-password";

    public EmailContent Reset(ConsoleUser user) => new(text["ResetSubject"],
    [
        new Paragraph(text["Greeting", user.DisplayName]),
        new Paragraph(text["ResetAsked"]),
        new ActionLink(text["ResetAction"], $"{ResetPath}/{OutgoingEmail.SecretPlaceholder}"),
        new Paragraph(text["ResetUntil"]),
        new Paragraph(text["ResetNotYou"]),
    ]);

    public EmailContent PasswordChanged(ConsoleUser user) => new(text["ChangedSubject"],
    [
        new Paragraph(text["Greeting", user.DisplayName]),
        new Paragraph(text["ChangedSaid"]),
        new Paragraph(text["ChangedNotYou"]),
        new ActionLink(text["ChangedAction"], "/account/forgot-password"),
    ]);
}
