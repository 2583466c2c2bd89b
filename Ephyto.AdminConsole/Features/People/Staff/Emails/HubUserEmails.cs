using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.People.Staff.Reactions;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Access;
using Ephyto.Domain.Notifications;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.People.Staff.Emails;

/// <summary>What people of the hub are told about their role. Each is built in its reader's language.</summary>
internal sealed class HubUserEmails(IStringLocalizer<HubUserEmails> text, Terms terms)
{
    public static readonly EmailKind InvitationKind = EmailKind.WithLink<RenewHubInvitationEmail>("hub-user.invitation");

    /// <summary>The invitation, and what tells of a change of a role: such an e-mail bears the code of the event.</summary>
    public static readonly IReadOnlyList<EmailKind> Kinds =
    [
        InvitationKind,
        .. new[]
        {
            HubUserRoleChanged.Name, HubUserSuspended.Name, HubUserReactivated.Name, HubUserRemoved.Name, HubUserLeft.Name,
            HubUserRoleEnded.Name, HubUserRoleEnding.Name,
        }.Select(EmailKind.Plain),
    ];

    private const string InvitationPath = "account/hub-invitation/" + OutgoingEmail.SecretPlaceholder;

    public EmailContent Invitation(HubUser user, string? inviter, DateTime usableUntil) => new(text["InvitationSubject"],
    [
        new Paragraph(text["Greeting"]),
        new Paragraph(inviter is null ? text["InvitationFromConsole"] : text["InvitationFromPerson", inviter]),
        new Facts([new(text["Role"], terms.Of(user.Role))]),
        new Paragraph(terms.Hint(user.Role)),
        new ActionLink(text["Accept"], InvitationPath),
        new Paragraph(text["UsableUntil", Day(usableUntil)]),
        new Paragraph(text["InvitationNotYou"]),
    ]);

    /// <summary>What an event means for the person; null where they know, because they did it, or read it elsewhere.</summary>
    public EmailContent? About(HubUserEvent happened, HubUser user) => happened switch
    {
        HubUserRoleChanged changed => News(user, "Changed", [new Facts(
        [
            new(text["Role"], terms.Of(changed.Role)),
            new(text["LastDay"], changed.Until is { } until ? LastDay(until) : text["NoEnd"]),
        ]), new Paragraph(terms.Hint(changed.Role))]),
        HubUserSuspended => News(user, "Suspended", [new Paragraph(text["Ask"])]),
        HubUserReactivated => News(user, "Reactivated", [new ActionLink(text["OpenConsole"], "hub")]),
        HubUserRemoved => News(user, "Removed", [new Paragraph(text["Ask"])]),
        HubUserLeft => News(user, "Left", [new Paragraph(text["LeftNotYou"])]),
        HubUserRoleEnded => News(user, "Ended", [new Paragraph(text["Ask"])]),
        HubUserRoleEnding ending =>
            News(user, "Ending", [new Facts([new(text["LastDay"], LastDay(ending.Until))]), new Paragraph(text["EndingNext"])]),
        _ => null,
    };

    private EmailContent News(HubUser user, string what, EmailBlock[] more) => new(
        text[$"{what}Subject"],
        [new Paragraph(text["GreetingName", user.DisplayName]), new Paragraph(text[$"{what}Said", terms.Of(user.Role)]), .. more]);

    // The end is the first moment without the role: midnight, after the last day.
    private static string LastDay(DateTime until) => Day(until.AddTicks(-1));

    private static string Day(DateTime moment) => moment.InWords(DaysInWords.Whole);
}
