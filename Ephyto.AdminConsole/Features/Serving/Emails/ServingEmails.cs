using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Serving;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Serving.Emails;

/// <summary>What the e-mails about served countries say. Each is built in its reader's language.</summary>
internal sealed class ServingEmails(
    IStringLocalizer<ServingEmails> text, IStringLocalizer<FieldNames> fields, CountryCatalogue countries, Terms terms)
{
    public static readonly EmailKind AskedKind = EmailKind.WithLink<RenewServingEmail>(ServingAsked.Name);
    public static readonly EmailKind LinkKind = EmailKind.WithLink<RenewServingEmail>("serving.link");
    public static readonly EmailKind InterruptedKind = EmailKind.WithLink<RenewServingEmail>(ServingInterrupted.Name);
    public static readonly EmailKind ResumedKind = EmailKind.WithLink<RenewServingEmail>(ServingResumed.Name);
    private static readonly EmailKind BegunKind = EmailKind.WithLink<RenewServingEmail>(ServingBegun.Name);

    public static readonly IReadOnlyList<EmailKind> Kinds =
        [AskedKind, LinkKind, InterruptedKind, ResumedKind, BegunKind,
            .. new[] { ServingConfirmed.Name, ServingDeclined.Name, ServingWithdrawn.Name, ServingNoticeGiven.Name, ServingEnded.Name,
                ServingChangeTold.Name, ServingExchangeAgreed.Name }.Select(EmailKind.Plain)];

    /// <summary>Where the links of contact points lead.</summary>
    public const string LinkPath = "served-country";

    /// <summary>The kind of an e-mail that tells of an event. With a link goes only the one to the contact point.</summary>
    public static EmailKind KindOf(ServingEvent happened) =>
        Kinds.FirstOrDefault(kind => kind.Code == happened.Code) ?? EmailKind.Of(happened);

    public EmailContent Ask(ServingMatter matter, ContactPoint contact, DateTime until) => new(
        text["AskSubject", Country(matter)],
        [
            Greeting(contact), new Paragraph(text["AskSaid", matter.Nppo.Organization.Name, Country(matter)]), FactsOf(matter),
            new Paragraph(text["Meaning"]), new Paragraph(text["AskNext", until.InWords(DaysInWords.Whole)]), .. LinkTo("AskOpen"),
        ]);

    public EmailContent Link(ServingMatter matter, ContactPoint contact) =>
        Standing(matter, contact, matter.Nppo.Status == NppoStatus.Live ? "Link" : "LinkLater", "LinkNext");

    /// <summary>The same, after the connection was changed.</summary>
    /// <param name="told">What the contact point was told before: a question in it is taken back where nothing is left to agree to.</param>
    public EmailContent Changed(ServingMatter matter, ContactPoint contact, ServedExchange told) =>
        Standing(matter, contact, "Changed", matter.Serving.AsksMore(told) ? "TakenBackNext" : "LinkNext");

    /// <summary>Notice is given: until its day the end can be brought forward by the link.</summary>
    public EmailContent Notice(ServingMatter matter, ContactPoint contact) => new(
        text["EndingSubject", Country(matter)],
        [
            Greeting(contact), .. What(matter), new Paragraph(text["EndingNext"]), .. LinkTo("LinkOpen"),
        ]);

    private EmailContent Standing(ServingMatter matter, ContactPoint contact, string key, string next) => new(
        text[$"{key}Subject", Country(matter)],
        [
            Greeting(contact), new Paragraph(text[$"{key}Said", matter.Nppo.Organization.Name, Country(matter)]),
            .. matter.IsSuspended
                ? (EmailBlock[])[new Paragraph(text["InterruptedSaid", matter.Nppo.Organization.Name, Country(matter)])] : [],
            FactsOf(matter), new Paragraph(text["Meaning"]), new Paragraph(text[matter.AsksMore ? "AgreeNext" : next]),
            .. LinkTo(matter.AsksMore ? "AskOpen" : "LinkOpen"),
        ]);

    /// <summary>
    /// To the contact point: what became of it, with the link by which it goes on; where it is over, with what everybody sees.
    /// </summary>
    public EmailContent ToContact(ServingMatter matter, ContactPoint contact, ServingEvent happened)
    {
        var (asks, isOver) = (matter.AsksMore && happened is not ServingInterrupted, !KindOf(happened).CarriesLink);
        return new(text[$"{Key(matter, happened)}Subject", Country(matter)],
        [
            Greeting(contact), .. What(matter, happened),
            .. happened is ServingInterrupted ? (EmailBlock[])[new Paragraph(text["InterruptedEnd"])] : [],
            .. asks ? (EmailBlock[])[new Paragraph(text["AgreeNext"])] : [],
            .. isOver ? [new ActionLink(text["OpenPublic"], $"participation?search={matter.Serving.CountryCode}")]
                : LinkTo(asks ? "AskOpen" : "LinkOpen"),
        ]);
    }

    /// <summary>To people with an account.</summary>
    /// <param name="happened">Of which they are told.</param>
    /// <param name="reader">Who they are: each sees it on a page of their own.</param>
    public EmailContent Told(ServingMatter matter, ServingSide reader, ServingEvent happened) => new(
        text[$"{Key(matter, happened)}Subject", Country(matter)],
        [.. What(matter, happened),
            .. happened is ServingInterrupted ? (EmailBlock[])[new Paragraph(text["InterruptedTold"])] : [],
            .. reader == ServingSide.ServedCountry && matter.Serving.State is ServingState.Ending or ServingState.Ended
                ? (EmailBlock[])[new Paragraph(text["NameNext"])] : [],
            WayOf(matter, reader)]);

    private ActionLink WayOf(ServingMatter matter, ServingSide reader) => reader switch
    {
        ServingSide.Hub => new(text["Open"], $"hub/integration/{matter.Nppo.Id}"),
        ServingSide.ServedCountry => new(text["Open"], $"nppo/integration?nppo={matter.Serving.CountryCode}"),
        _ => new(text["Open"], $"nppo/integration?nppo={matter.Nppo.CountryCode}"),
    };

    private EmailBlock[] LinkTo(string label) =>
        [new ActionLink(text[label], $"{LinkPath}/{OutgoingEmail.SecretPlaceholder}"), new Paragraph(text["LinkAlone"])];

    private EmailBlock[] What(ServingMatter matter, ServingEvent? happened = null) =>
    [
        new Paragraph(text[$"{Key(matter, happened)}Said", matter.Nppo.Organization.Name, Country(matter)]),
        .. happened is ServingInterrupted ? (EmailBlock[])[new Paragraph(text["InterruptedNext"])] : [],
        FactsOf(matter, exchanges: happened is not ServingInterrupted),
        .. matter is { Serving.State: ServingState.Ended, Nppo.Status: NppoStatus.Closed }
            ? (EmailBlock[])[new Paragraph(text["MembershipEnded"])] : [],
        .. matter.Serving.SelfConfirmed && matter.Serving.Serves ? (EmailBlock[])[new Paragraph(text["SelfConfirmed"])] : [],
        .. matter.Serving.Words is { } said ? (EmailBlock[])[new Paragraph(text["Words"]), new Quote(said)] : [],
    ];

    private Facts FactsOf(ServingMatter matter, bool exchanges = true) => new(
    [
        new(fields["Organization"], matter.Nppo.Organization.Name), new(text["CountryOf"], countries.NameOf(matter.Nppo.CountryCode)),
        new(fields["Connection"], matter.Serving.ConnectionCode), new(text["Served"], Country(matter)),
        .. matter.Asker is { Length: > 0 } asker ? (Fact[])[new(text["WhoAsked"], asker)] : [],
        // What is over was once something else, which nobody kept.
        .. matter.Serving.IsOpen ? (Fact[])[
            new(text["Sends"], text[exchanges ? ServingWords.KeyOf(matter, one => one.Sends) : "No"]),
            new(text["Receives"], text[exchanges ? ServingWords.KeyOf(matter, one => one.Receives) : "No"])] : [],
        .. matter.Serving.EndsOn is { } day ? (Fact[])[new(text["EndsOn"], day.InWords(DaysInWords.Whole))] : [],
        .. matter.Serving.EndedBy is { } side ? (Fact[])[new(text["EndedBy"], terms.Of(side))] : [],
    ]);

    private Paragraph Greeting(ContactPoint contact) =>
        new(PersonName.Of(contact.Details.FullName) is { Length: > 0 } name ? text["Greeting", name] : text["GreetingPlain"]);

    private string Country(ServingMatter matter) => countries.NameOf(matter.Serving.CountryCode);

    private static string Key(ServingMatter matter, ServingEvent? happened) => (happened, matter.Serving.State) switch
    {
        (ServingBegun, _) => "Begun",
        (ServingInterrupted, _) => "Interrupted",
        (ServingResumed, _) => "Resumed",
        (ServingChangeTold, _) => "ChangedTold",
        (ServingExchangeAgreed, _) => "Agreed",
        (_, ServingState.Confirmed) => "Confirmed",
        (_, ServingState.Declined) => "Declined",
        (_, ServingState.Ending) => "Ending",
        (_, ServingState.Withdrawn) => "Withdrawn",
        _ => "Ended",
    };
}
