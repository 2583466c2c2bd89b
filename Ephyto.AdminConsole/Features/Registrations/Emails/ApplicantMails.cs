using System.Globalization;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Email;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Registrations.Emails;

/// <summary>What the applicant reads. Each method is called in the applicant's language.</summary>
internal sealed class ApplicantMails(IStringLocalizer<RegistrationMailTexts> text, CountryCatalogue countries)
{
    private const string TrackerPath = "/registration/" + OutgoingEmail.SecretPlaceholder;

    public EmailContent Verify(Registration r, DateTime until) => new(text.For(r, "Verify_Subject", Country(r)),
    [
        Greeting(r), new Paragraph(text.For(r, "Verify_Text", Country(r))),
        new ActionLink(text["Verify_Action"], "/register/verify/" + OutgoingEmail.SecretPlaceholder),
        new Paragraph(text["Verify_Until", Moment(until)]), new Paragraph(text["NotYou"]),
    ]);

    public EmailContent Received(Registration r) => new(text.For(r, "Received_Subject", Country(r)),
    [
        Greeting(r),
        new Paragraph(r.Status == RegistrationStatus.Escalated ? text["Received_Secretariat"].Value : text.For(r, "Received_Asked", Masked(r))),
        new CodeBlock(text["ComparisonCode"], r.ComparisonCode), new Paragraph(text["Received_Code"]),
        new ActionLink(text["Tracker_Action"], TrackerPath), Reference(r),
    ]);

    public EmailContent TrackerLink(Registration r) => new(text.For(r, "TrackerLink_Subject", Country(r)),
        [Greeting(r), new Paragraph(text["TrackerLink_Text"]), new ActionLink(text["Tracker_Action"], TrackerPath), Reference(r), new Paragraph(text["NotYou"])]);

    public EmailContent Question(Registration r, string words) => new(text["Question_Subject"],
    [
        Greeting(r), new Paragraph(text["Question_Text", Country(r)]), new Quote(words), new ActionLink(text["Question_Action"], TrackerPath), Reference(r),
    ]);

    public EmailContent Escalated(Registration r, EscalationReason why) => new(text.For(r, "Escalated_Subject", Country(r)),
    [
        Greeting(r), new Paragraph(text[$"Escalated_{why}"]), new Paragraph(text["Escalated_Next"]),
        new ActionLink(text["Tracker_Action"], TrackerPath), Reference(r),
    ]);

    public EmailContent AskedAnew(Registration r) => new(text["Anew_Subject", Country(r)],
    [
        Greeting(r), new Paragraph(text["Anew_Text", Masked(r)]), new ActionLink(text["Tracker_Action"], TrackerPath), Reference(r),
    ]);

    public EmailContent Declined(Registration r, DeclineReason why, string? words) => new(text.For(r, "Declined_Subject", Country(r)),
    [
        Greeting(r), new Paragraph(text.For(r, "Declined_Text", Country(r))), new Paragraph(text[$"Declined_{why}"]),
        .. words is null ? Array.Empty<EmailBlock>() : [new Quote(words)],
        new Paragraph(text.For(r, "Declined_Next")), Reference(r),
    ]);

    public EmailContent Expired(Registration r) => new(text.For(r, "Expired_Subject", Country(r)),
    [
        Greeting(r), new Paragraph(text.For(r, r.VerifiedAt is null ? "Expired_Unverified" : "Expired_Undecided", Country(r))), Reference(r),
    ]);

    public EmailContent Withdrawn(Registration r) =>
        new(text.For(r, "Withdrawn_Subject", Country(r)), [Greeting(r), new Paragraph(text.For(r, "Withdrawn_Text", Country(r))), Reference(r)]);

    private Paragraph Greeting(Registration r) => new(text["Greeting", r.Representative.FullName]);

    private Facts Reference(Registration r) => new([new Fact(text["Reference"], r.Reference)]);

    private string Country(Registration r) => countries.NameOf(r.CountryCode);

    private static string Masked(Registration r) => EmailAddress.TryParse(r.Asked?.Email)?.Masked() ?? "";

    private static string Moment(DateTime utc) => utc.ToString("f", CultureInfo.CurrentCulture) + " UTC";
}
