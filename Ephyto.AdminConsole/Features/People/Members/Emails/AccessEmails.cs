using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.People.Members.Emails;

/// <summary>What the e-mails about somebody's access say. Each is built in its reader's language; its kind is the event's code.</summary>
internal sealed class AccessEmails(IStringLocalizer<AccessEmails> text, Terms terms)
{
    public static readonly EmailKind RoleEndsKind = EmailKind.Plain(RoleEndReminded.Name);
    public static readonly EmailKind RoleEndHeldKind = EmailKind.Plain(Ephyto.Domain.Members.RoleEndHeld.Name);
    public static readonly EmailKind ColleagueLeftKind = EmailKind.Plain("member.left.administrators");
    public static readonly EmailKind ColleagueErasedKind = EmailKind.Plain("member.erased.administrators");

    /// <summary>Those above, and what tells of a change of somebody's access: such an e-mail bears the code of the event.</summary>
    public static readonly IReadOnlyList<EmailKind> Kinds =
    [
        RoleEndsKind, RoleEndHeldKind, ColleagueLeftKind, ColleagueErasedKind,
        .. new[] { MemberRoleChanged.Name, MemberSuspended.Name, MemberReactivated.Name, MemberRemoved.Name,
            MemberLeft.Name }.Select(EmailKind.Plain),
    ];

    public EmailContent RoleChanged(Nppo nppo, Member member, Ephyto.Domain.Access.NppoRole before) => new(
        text["RoleChangedSubject", nppo.Organization.Name],
        [
            Greeting(member),
            new Paragraph(text["RoleChangedSaid", nppo.Organization.Name]),
            new Facts([new(text["RoleBefore"], terms.Of(before)), new(text["RoleNow"], terms.Of(member.Role)), .. LastDay(member)]),
            new Paragraph(terms.Hint(member.Role)),
            Open(nppo),
        ]);

    public EmailContent Suspended(Nppo nppo, Member member) => new(
        text["SuspendedSubject", nppo.Organization.Name],
        [Greeting(member), new Paragraph(text["SuspendedSaid", nppo.Organization.Name]), new Quote(member.Words ?? ""),
            new Paragraph(text["SuspendedNext"])]);

    public EmailContent RoleEnded(Nppo nppo, Member member) => new(
        text["RoleEndedSubject", nppo.Organization.Name],
        [Greeting(member), new Paragraph(text["RoleEndedSaid", terms.Of(member.Role), nppo.Organization.Name, Day(member)]),
            new Paragraph(text["SuspendedNext"])]);

    public EmailContent Reactivated(Nppo nppo, Member member) => new(
        text["ReactivatedSubject", nppo.Organization.Name],
        [
            Greeting(member),
            new Paragraph(text["ReactivatedSaid", nppo.Organization.Name]),
            new Facts([new(text["RoleNow"], terms.Of(member.Role)), .. LastDay(member)]),
            Open(nppo),
        ]);

    public EmailContent Removed(Nppo nppo, Member member) => new(
        text["RemovedSubject", nppo.Organization.Name],
        [Greeting(member), new Paragraph(text["RemovedSaid", nppo.Organization.Name]), new Quote(member.Words ?? ""),
            new Paragraph(text["RemovedNext"])]);

    public EmailContent Left(Nppo nppo, Member member) => new(
        text["LeftSubject", nppo.Organization.Name],
        [Greeting(member), new Paragraph(text["LeftSaid", nppo.Organization.Name]), new Paragraph(text["LeftNext"])]);

    /// <summary>To each administrator who stays.</summary>
    public EmailContent ColleagueLeft(Nppo nppo, Member member) => new(
        text["ColleagueLeftSubject", NameOf(member), nppo.Organization.Name],
        [
            new Paragraph(text["ColleagueLeftSaid", NameOf(member), terms.Of(member.Role), nppo.Organization.Name]),
            new Paragraph(text["ColleagueLeftNext"]),
            OpenMembers(nppo),
        ]);

    /// <summary>To each administrator who stays.</summary>
    public EmailContent ColleagueErased(Nppo nppo, Member member, bool isLastLeft) => new(
        text["ColleagueErasedSubject", nppo.Organization.Name],
        [
            new Paragraph(text["ColleagueErasedSaid", terms.Of(member.Role), nppo.Organization.Name]),
            .. isLastLeft ? [new Paragraph(text["ColleagueErasedLast"])] : Array.Empty<Paragraph>(),
            new Paragraph(text["ColleagueLeftNext"]),
            OpenMembers(nppo),
        ]);

    /// <summary>To the person.</summary>
    public EmailContent YourRoleEnds(Nppo nppo, Member member) => new(
        text["YourRoleEndsSubject", nppo.Organization.Name],
        [Greeting(member), new Paragraph(text["YourRoleEndsSaid", terms.Of(member.Role), nppo.Organization.Name, Day(member)]),
            new Paragraph(text["YourRoleEndsNext"])]);

    /// <summary>To each administrator.</summary>
    public EmailContent RoleEnds(Nppo nppo, Member member) => new(
        text["RoleEndsSubject", nppo.Organization.Name],
        [
            new Paragraph(text["RoleEndsSaid", NameOf(member), terms.Of(member.Role), nppo.Organization.Name, Day(member)]),
            new Paragraph(text["RoleEndsNext"]),
            OpenMembers(nppo),
        ]);

    /// <summary>To each administrator, which is the one whose role it is.</summary>
    public EmailContent RoleEndHeld(Nppo nppo, Member member) => new(
        text["RoleEndHeldSubject", nppo.Organization.Name],
        [
            new Paragraph(text["RoleEndHeldSaid", NameOf(member), nppo.Organization.Name, Day(member)]),
            new Paragraph(text["RoleEndHeldNext"]),
            OpenMembers(nppo),
        ]);

    private static string NameOf(Member member) => member.Person.FullName.Length > 0 ? member.Person.FullName : member.Email;

    private static string Day(Member member) => member.RoleLastDay?.InWords(DaysInWords.Whole) ?? "";

    private IEnumerable<Fact> LastDay(Member member) => member.RoleLastDay is null ? [] : [new(text["LastDay"], Day(member))];

    private ActionLink Open(Nppo nppo) => new(text["OpenConsole"], $"nppo?nppo={nppo.CountryCode}");

    private ActionLink OpenMembers(Nppo nppo) => new(text["OpenMembers"], $"nppo/members?nppo={nppo.CountryCode}");

    private Paragraph Greeting(Member member) =>
        new(member.UserId is not null && member.Person.FullName.Length > 0
            ? text["GreetingName", member.Person.FullName] : text["Greeting"]);
}
