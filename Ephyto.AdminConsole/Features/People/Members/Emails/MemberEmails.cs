using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.People.Members.Reactions;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.People.Members.Emails;

/// <summary>What the e-mails about memberships say. Each is built in its reader's language.</summary>
internal sealed class MemberEmails(
    IStringLocalizer<MemberEmails> text, IStringLocalizer<FieldNames> fields, Terms terms, IOptions<HubOptions> hub)
{
    public static readonly EmailKind ConfirmationKind = EmailKind.WithLink<RenewMemberEmail>("member.registration-confirmed");
    public static readonly EmailKind InvitationKind = EmailKind.WithLink<RenewMemberEmail>("member.invitation");
    public static readonly EmailKind JoinRequestKind = EmailKind.Plain("member.join-request");
    public static readonly EmailKind JoinRefusedKind = EmailKind.Plain(Ephyto.Domain.Members.JoinRefused.Name);
    public static readonly IReadOnlyList<EmailKind> Kinds = [ConfirmationKind, InvitationKind, JoinRequestKind, JoinRefusedKind];
    private const string ActivationPath = "account/activate/" + OutgoingEmail.SecretPlaceholder;

    /// <summary>
    /// The confirmation e-mail, to the representative who registered, or who takes over an organization without administrator.
    /// </summary>
    public EmailContent Confirmation(Nppo nppo, string country, Registration? registration, Member member, DateTime usableUntil)
    {
        var key = registration?.Kind == RegistrationKind.Recovery ? "Recovered" : "Confirmation";
        return new(
            text[$"{key}Subject", nppo.Organization.Name],
            [
                new Paragraph(member.Person.FullName.Length > 0 ? text["GreetingName", member.Person.FullName] : text["Greeting"]),
                new Paragraph(text[$"{key}Confirmed", nppo.Organization.Name, country]),
                new Facts([new(fields["Organization"], nppo.Organization.Name), new(fields["Country"], country),
                    new(fields["Reference"], registration?.Reference ?? ""),
                    new(text["Role"], terms.Of(member.Role))]),
                new Paragraph(text[$"{key}Duties"]),
                .. member.UserId is null
                    ? [new Paragraph(text["ConfirmationNext"]), new ActionLink(text["ActivateAccount"], ActivationPath), Until(usableUntil)]
                    : (EmailBlock[])[new Paragraph(text["ConfirmationSignIn"]), new ActionLink(text["OpenConsole"], "nppo")],
                new Paragraph(text[key == "Recovered" ? "RecoveredNext" : NextOf(nppo.Organization.System)]),
                nppo.Organization.System == ExchangeSystem.NationalSystem ? new ActionLink(text["OpenDocuments"], "nppo/documents")
                    : new ActionLink(text["OpenWay"], "nppo/integration"),
                new Paragraph(text["ConfirmationHelp", hub.Value.TechnicalSupport ?? ""]),
                new Paragraph(text[$"{key}NotYou"]),
            ]);
    }

    // What comes first follows from the system by which the organization exchanges.
    private static string NextOf(ExchangeSystem system) =>
        system == ExchangeSystem.NationalSystem ? "ConfirmationDocuments" : $"ConfirmationDocuments{system}";

    /// <summary>To a colleague, in the language that the inviter chose.</summary>
    public EmailContent Invitation(Nppo nppo, string country, Member member, string? inviter, DateTime usableUntil) => new(
        text["InvitationSubject", nppo.Organization.Name],
        [
            Greeting(member),
            new Paragraph(inviter is null
                ? text["InvitationFromConsole", nppo.Organization.Name, country]
                : text["InvitationFromPerson", inviter, nppo.Organization.Name, country]),
            new Facts([new(fields["Organization"], nppo.Organization.Name), new(fields["Country"], country),
                new(text["Role"], terms.Of(member.Role))]),
            new Paragraph(terms.Hint(member.Role)),
            new ActionLink(text["AcceptInvitation"], ActivationPath),
            Until(usableUntil),
            new Paragraph(text["InvitationNotYou"]),
        ]);

    /// <summary>
    /// To every active administrator. What somebody unknown typed stands on the page, where it is called so, and in no e-mail.
    /// </summary>
    public EmailContent JoinRequest(Nppo nppo, Member request) => new(
        text["JoinRequestSubject", nppo.Organization.Name],
        [
            new Paragraph(text["JoinRequestSomebody", nppo.Organization.Name]),
            new Paragraph(text["JoinRequestNotVerified"]),
            new ActionLink(text["OpenRequests"], "nppo/members"),
        ]);

    public EmailContent JoinRefused(Nppo nppo, Member request) => new(
        text["JoinRefusedSubject", nppo.Organization.Name],
        [
            Greeting(request),
            new Paragraph(text["JoinRefusedSaid", nppo.Organization.Name]),
            new Quote(request.Words ?? ""),
            new Paragraph(text["JoinRefusedNext"]),
        ]);

    // Whoever has no account yet was named by somebody who only knew the address, and who may have asked to join in another's name.
    private Paragraph Greeting(Member member) =>
        new(member.UserId is not null && member.Person.FullName.Length > 0
            ? text["GreetingName", member.Person.FullName] : text["Greeting"]);

    private Paragraph Until(DateTime moment) => new(text["UsableUntil", moment.InWords(DaysInWords.Whole)]);
}
