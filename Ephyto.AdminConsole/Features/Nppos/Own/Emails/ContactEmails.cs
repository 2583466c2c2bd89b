using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Nppos.Own.Emails;

/// <summary>
/// What the e-mails about the technical contact say. Each is built in its reader's language; its kind is the event's code.
/// </summary>
internal sealed class ContactEmails(IStringLocalizer<ContactEmails> text, Terms terms)
{
    public static readonly IReadOnlyList<EmailKind> Kinds =
    [
        .. new[]
        {
            TechnicalContactOffered.Name, TechnicalContactPassed.Name, TechnicalContactDeclined.Name, TechnicalContactWithdrawn.Name,
            TechnicalContactVacated.Name,
        }.Select(EmailKind.Plain),
    ];

    public EmailContent Offered(Nppo nppo, Member member) => new(
        text["OfferedSubject", nppo.Organization.Name],
        [
            Greeting(member), new Paragraph(text["OfferedSaid", nppo.Organization.Name]), new Paragraph(text["Duties"]),
            new ActionLink(text["Answer"], PathOf(nppo)), new Paragraph(text["OfferedNext"]),
        ]);

    public EmailContent YouAreIt(Nppo nppo, Member member) => new(
        text["YouAreItSubject", nppo.Organization.Name],
        [Greeting(member), new Paragraph(text["YouAreItSaid", nppo.Organization.Name]), new Paragraph(text["Duties"]), Open(nppo)]);

    public EmailContent Passed(Nppo nppo, Member member) => new(
        text["PassedSubject", nppo.Organization.Name],
        [new Paragraph(text["PassedSaid", NameOf(member), nppo.Organization.Name]), Open(nppo)]);

    public EmailContent Declined(Nppo nppo, Member member) => new(
        text["DeclinedSubject", nppo.Organization.Name],
        [new Paragraph(text["DeclinedSaid", NameOf(member), nppo.Organization.Name]), new Paragraph(text["DeclinedNext"]), Open(nppo)]);

    public EmailContent Withdrawn(Nppo nppo, Member member) => new(
        text["WithdrawnSubject", nppo.Organization.Name], [Greeting(member), new Paragraph(text["WithdrawnSaid", nppo.Organization.Name])]);

    public EmailContent Vacated(Nppo nppo, Member member) => new(
        text["VacatedSubject", nppo.Organization.Name],
        [new Paragraph(text["VacatedSaid", NameOf(member), nppo.Organization.Name]), new Paragraph(text["VacatedNext"]), Open(nppo)]);

    private string NameOf(Member member) => member.Person.FullName.Length > 0 ? terms.Person(member.Person.FullName) : member.Email;

    private static string PathOf(Nppo nppo) => $"nppo?nppo={nppo.CountryCode}";

    private ActionLink Open(Nppo nppo) => new(text["Open"], PathOf(nppo));

    private Paragraph Greeting(Member member) => new(text["GreetingName", NameOf(member)]);
}
