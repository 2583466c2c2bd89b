using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Registrations.Emails;

/// <summary>What the applicant reads. Each method is called in the applicant's language.</summary>
internal sealed class ApplicantEmails(
    IStringLocalizer<RegistrationEmailText> text, IStringLocalizer<FieldNames> fields, IStringLocalizer<SharedText> shared,
    CountryCatalogue countries)
{
    private const string TrackerPath = "registration/" + OutgoingEmail.SecretPlaceholder;
    private const string VerifyPath = "register/verify/" + OutgoingEmail.SecretPlaceholder;

    public EmailContent Verify(Registration r, DateTime until) => new(text.For(r, "Verify_Subject", Country(r)),
    [
        Greeting(r), new Paragraph(text.For(r, "Verify_Text", Country(r))),
        new ActionLink(text["Verify_Action"], VerifyPath),
        new Paragraph(text["Verify_Until", Moment(until)]), new Paragraph(text["NotYou"]),
    ]);

    public EmailContent TurnCame(Registration r, DateTime until) => new(text.For(r, "Verify_Subject", Country(r)),
    [
        new Paragraph(text["GreetingPlain"]), new Paragraph(text["TurnCame_Text", Country(r)]),
        new ActionLink(text["Verify_Action"], VerifyPath),
        new Paragraph(text["Verify_Until", Moment(until)]), new Paragraph(text["NotYou"]),
    ]);

    /// <summary>Of the other registration it says what everybody may know: that there is one.</summary>
    public EmailContent AnotherVerified(Registration r) => new(text["AnotherVerified_Subject", Country(r)],
    [
        new Paragraph(text["GreetingPlain"]), new Paragraph(text["AnotherVerified_Text", Country(r)]),
        new Paragraph(text["AnotherVerified_Wait"]),
        new Paragraph(text["AnotherVerified_Join"]), new Paragraph(text["AnotherVerified_Write"]),
        new ActionLink(text["Participation_Action"], "participation"),
        Reference(r), new Paragraph(text["NotYou"]),
    ]);

    public EmailContent ConfirmedFirst(Registration r) => new(text.For(r, "Expired_Subject", Country(r)),
    [
        new Paragraph(text["GreetingPlain"]), new Paragraph(text.For(r, "ConfirmedFirst_Text", Country(r))),
        new Paragraph(text["ConfirmedFirst_Join"]),
        new ActionLink(text["Join_Action"], $"join/{r.CountryCode}"), Reference(r), new Paragraph(text["NotYou"]),
    ]);

    public EmailContent Received(Registration r) => new(text.For(r, "Received_Subject", Country(r)),
    [
        Greeting(r),
        new Paragraph(r.Status == RegistrationStatus.Escalated
            ? text["Received_Secretariat"].Value : text.For(r, "Received_Asked", Masked(r))),
        new CodeBlock(text["ComparisonCode"], r.ComparisonCode), new Paragraph(text["Received_Code"]),
        new ActionLink(text["Tracker_Action"], TrackerPath), Reference(r),
    ]);

    public EmailContent TrackerLink(Registration r) => new(text.For(r, "TrackerLink_Subject", Country(r)),
        [Greeting(r), new Paragraph(text["TrackerLink_Text"]), new ActionLink(text["Tracker_Action"], TrackerPath), Reference(r),
            new Paragraph(text["NotYou"])]);

    public EmailContent Question(Registration r, string words) => new(text["Question_Subject"],
    [
        Greeting(r), new Paragraph(text["Question_Text", Country(r)]), new Quote(words),
        new ActionLink(text["Question_Action"], TrackerPath), Reference(r),
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
        Greeting(r),
        new Paragraph(text.For(r, r.VerifiedAt is null ? "Expired_Unverified" : "Expired_Undecided", Country(r))), Reference(r),
    ]);

    public EmailContent Withdrawn(Registration r) =>
        new(text.For(r, "Withdrawn_Subject", Country(r)),
            [Greeting(r), new Paragraph(text.For(r, "Withdrawn_Text", Country(r))), Reference(r)]);

    // Until the address is verified it may be anybody's, and the name a stranger's words.
    private Paragraph Greeting(Registration r) =>
        new(r.VerifiedAt is null ? text["GreetingPlain"] : text["Greeting", r.Representative.FullName]);

    private Facts Reference(Registration r) => new([new Fact(fields["Reference"], r.Reference)]);

    private string Country(Registration r) => countries.NameOf(r.CountryCode);

    private static string Masked(Registration r) => EmailAddress.TryParse(r.Asked?.Email)?.Masked() ?? "";

    private string Moment(DateTime utc) => $"{utc.InWords(shared["ExactPattern"])} UTC";
}
