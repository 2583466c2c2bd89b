using System.Globalization;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Email;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Registrations.Emails;

/// <summary>What the contact point reads. Each method is called in the contact point's language.</summary>
internal sealed class ContactPointMails(IStringLocalizer<RegistrationMailTexts> text, CountryCatalogue countries)
{
    public EmailContent Request(Registration r, string? answer, DateTime until) => new(text.For(r, "Request_Subject", Country(r)),
    [
        Greeting(r), new Paragraph(text.For(r, "Request_Text", Country(r))),
        .. answer is null ? Array.Empty<EmailBlock>() : [new Paragraph(text["Request_Answered"]), new Quote(answer)],
        .. Body(r, until),
    ]);

    public EmailContent Reminder(Registration r, int number, DateTime until) => new(
        text.For(r, "Reminder_Subject", Country(r), number.ToString(CultureInfo.CurrentCulture)),
        [Greeting(r), new Paragraph(text.For(r, "Reminder_Text", Country(r))), .. Body(r, until)]);

    public EmailContent WithdrawnNotice(Registration r) => new(text.For(r, "WithdrawnNotice_Subject", Country(r)),
        [Greeting(r), new Paragraph(text.For(r, "WithdrawnNotice_Text", Country(r))), new Facts([new Fact(text["Reference"], r.Reference)])]);

    public EmailContent ClosedNotice(Registration r) => new(text.For(r, "WithdrawnNotice_Subject", Country(r)),
        [Greeting(r), new Paragraph(text["ClosedNotice_Text", Country(r)]), new Facts([new Fact(text["Reference"], r.Reference)])]);

    public EmailContent Receipt(Registration r) => new(text.For(r, "Receipt_Subject", Country(r)),
    [
        Greeting(r), new Paragraph(text.For(r, r.Status == RegistrationStatus.Declined ? "Receipt_Declined" : "Receipt_Confirmed", Country(r))),
        new Facts([new Fact(text["Reference"], r.Reference), new Fact(text["Organization"], r.Organization.Name), new Fact(text["Representative"], r.Representative.FullName)]),
        new Paragraph(text["Receipt_NotYou"]),
    ]);

    private EmailBlock[] Body(Registration r, DateTime until) =>
    [
        .. r.Grounds is { } grounds ? (EmailBlock[])[new Paragraph(text["Recovery_Grounds"]), new Quote(grounds)] : [],
        new Facts(
        [
            new Fact(text["Organization"], r.Organization.Name), new Fact(text["Representative"], r.Representative.FullName),
            new Fact(text["JobTitle"], r.Representative.JobTitle), new Fact(text["Email"], r.Representative.Email),
            new Fact(text["Phone"], r.Representative.Phone), new Fact(text["Reference"], r.Reference),
        ]),
        .. r.Kind == RegistrationKind.Recovery ? (EmailBlock[])[new Paragraph(text["Recovery_Meaning"])] : [],
        new CodeBlock(text["ComparisonCode"], r.ComparisonCode), new Paragraph(text["Request_Code"]),
        new ActionLink(text["Request_Action"], "/contact-point/" + OutgoingEmail.SecretPlaceholder),
        new Paragraph(text["Request_Until", until.ToString("D", CultureInfo.CurrentCulture)]), new Paragraph(text["Request_Link"]),
    ];

    private Paragraph Greeting(Registration r) => new(r.Asked!.FullName.Length == 0 ? text["GreetingPlain"] : text["Greeting", r.Asked.FullName]);

    private string Country(Registration r) => countries.NameOf(r.CountryCode);
}
