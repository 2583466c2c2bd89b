using System.Globalization;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Registrations.Emails;

/// <summary>What the contact point reads. Each method is called in the contact point's language.</summary>
internal sealed class ContactPointEmails(
    IStringLocalizer<RegistrationEmailText> text, IStringLocalizer<FieldNames> fields, CountryCatalogue countries, Terms terms)
{
    public EmailContent Request(Registration r, DateTime? until, DateTime end) => new(text.For(r, "Request_Subject", Country(r)),
        [Greeting(r), new Paragraph(text.For(r, "Request_Text", Country(r))), .. Body(r, until, end)]);

    /// <summary>The representative has answered: question and answer stand first, also for a contact point who did not ask it.</summary>
    /// <param name="isAsker">Whether the reader is the one who asked.</param>
    public EmailContent Answered(Registration r, string question, string answer, bool isAsker, DateTime? until, DateTime end) => new(
        text.For(r, isAsker ? "Answered_Subject" : "Request_Subject", Country(r)),
        [
            Greeting(r), new Paragraph(text[isAsker ? "Answered_Question" : "Answered_QuestionBefore"]), new Quote(question),
            new Paragraph(text["Request_Answered"]), new Quote(answer),
            new Paragraph(text.For(r, "Request_Text", Country(r))), .. Body(r, until, end),
        ]);

    public EmailContent Reminder(Registration r, int number, DateTime? until, DateTime end) => new(
        text.For(r, "Reminder_Subject", Country(r), number.ToString(CultureInfo.CurrentCulture)),
        [Greeting(r), new Paragraph(text.For(r, "Reminder_Text", Country(r))), .. Body(r, until, end)]);

    public EmailContent WithdrawnNotice(Registration r) => new(text.For(r, "WithdrawnNotice_Subject", Country(r)),
        [Greeting(r), new Paragraph(text.For(r, "WithdrawnNotice_Text", Country(r))),
            new Facts([new Fact(fields["Reference"], r.Reference)])]);

    public EmailContent ClosedNotice(Registration r) => new(text.For(r, "WithdrawnNotice_Subject", Country(r)),
        [Greeting(r), new Paragraph(text["ClosedNotice_Text", Country(r)]), new Facts([new Fact(fields["Reference"], r.Reference)])]);

    /// <summary>It repeats what was decided and said, so that the reader can see what others were told.</summary>
    public EmailContent Receipt(Registration r) => new(
        text.For(r, r.OutcomeKey() == "SteppedAside" ? "Receipt_SteppedAside_Subject" : "Receipt_Subject", Country(r)),
    [
        Greeting(r), new Paragraph(text.For(r, $"Receipt_{r.OutcomeKey()}", Country(r))),
        .. r is { Status: RegistrationStatus.Declined, DeclineReason: { } why }
            ? (EmailBlock[])[new Facts([new Fact(text["Reason"], text[$"Declined_{why}"])])] : [],
        .. r.ContactPointsWord()?.Words is { } said ? (EmailBlock[])[new Paragraph(text["Receipt_Words"]), new Quote(said)] : [],
        new Facts([new Fact(fields["Reference"], r.Reference), new Fact(fields["Organization"], r.Organization.Name),
            new Fact(text["Representative"], r.Representative.FullName)]),
        new Paragraph(text["Receipt_NotYou"]),
    ]);

    /// <param name="until">When the Secretariat takes over; null where it does not, or has already.</param>
    /// <param name="end">When the request ends by itself.</param>
    private EmailBlock[] Body(Registration r, DateTime? until, DateTime end) =>
    [
        .. r.Grounds is { } grounds ? (EmailBlock[])[new Paragraph(text["Recovery_Grounds"]), new Quote(grounds)] : [],
        new Facts(
        [
            new Fact(fields["Organization"], r.Organization.Name), new Fact(fields["System"], terms.Of(r.Organization.System)),
            new Fact(text["Representative"], r.Representative.FullName),
            .. r.Representative.Facts().Select(fact => new Fact(fields[fact.Field], fact.Value)),
            new Fact(fields["Reference"], r.Reference),
        ]),
        .. r.Kind == RegistrationKind.Recovery ? (EmailBlock[])[new Paragraph(text["Recovery_Meaning"])] : [],
        new CodeBlock(text["ComparisonCode"], r.ComparisonCode), new Paragraph(text["Request_Code"]),
        new ActionLink(text["Request_Action"], "contact-point/" + OutgoingEmail.SecretPlaceholder),
        new Paragraph(text[until is null ? "Request_End" : "Request_Until", (until ?? end).InWords(DaysInWords.Whole)]),
        new Paragraph(text["Request_Link"]),
    ];

    private Paragraph Greeting(Registration r) =>
        new(PersonName.Of(r.Asked!.FullName) is { Length: > 0 } name ? text["Greeting", name] : text["GreetingPlain"]);

    private string Country(Registration r) => countries.NameOf(r.CountryCode);
}
