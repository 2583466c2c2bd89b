using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Letters.Pdf;
using Ephyto.AdminConsole.Features.Letters.Reactions;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Letters.Emails;

/// <summary>What the e-mails about letters say. Each is built in its reader's language.</summary>
internal sealed class LetterEmails(
    IStringLocalizer<LetterEmails> text, IStringLocalizer<FieldNames> fields, IStringLocalizer<SharedText> shared,
    CountryCatalogue countries, IOptions<HubOptions> hub)
{
    public static readonly EmailKind StaffKind = EmailKind.Plain(LetterRequested.Name);
    public static readonly EmailKind LinkKind = EmailKind.WithLink<RenewLetterEmail>("letter.link");
    public static readonly EmailKind IssuedKind = EmailKind.WithLink<RenewLetterEmail>(LetterIssued.Name);
    public static readonly EmailKind DeclinedKind = EmailKind.Plain(LetterDeclined.Name);
    public static readonly EmailKind WithdrawnKind = EmailKind.Plain(LetterWithdrawn.Name);
    public static readonly IReadOnlyList<EmailKind> Kinds = [StaffKind, LinkKind, IssuedKind, DeclinedKind, WithdrawnKind];

    /// <summary>Where the contact point's links lead.</summary>
    public const string RequestPath = "letters/request";

    /// <inheritdoc cref="RequestPath"/>
    public const string DownloadPath = "letters/download";

    /// <summary>By which e-mail whoever asked hears of it; null for what nobody is written to about.</summary>
    public static EmailKind? KindFor(LetterStatus status) => status switch
    {
        LetterStatus.Issued => IssuedKind,
        LetterStatus.Declined => DeclinedKind,
        LetterStatus.Withdrawn => WithdrawnKind,
        _ => null,
    };

    public EmailContent Staff(ParticipationLetter letter, Nppo nppo) => new(text["StaffSubject", Country(nppo)],
    [
        new Paragraph(text["StaffSaid", nppo.Organization.Name]),
        new Paragraph(text[letter.AskedByKind == ActorKind.ContactPoint ? "StaffByContact" : "StaffByMember"]),
        FactsOf(letter, nppo),
        new ActionLink(text["StaffOpen"], $"hub/letters/{letter.Id}"),
    ]);

    public EmailContent Link(Nppo nppo, DateTime until) => new(text["LinkSubject", Country(nppo)],
    [
        new Paragraph(text["LinkSaid", nppo.Organization.Name, Country(nppo)]),
        new Paragraph(text["LinkNext", Day(until)]),
        new ActionLink(text["LinkOpen"], $"{RequestPath}/{OutgoingEmail.SecretPlaceholder}"),
    ]);

    /// <param name="letter">Issued.</param>
    /// <param name="nppo">Whose.</param>
    /// <param name="downloadUntil">How long the contact point's link works; null for who has an account.</param>
    public EmailContent Issued(ParticipationLetter letter, Nppo nppo, DateTime? downloadUntil) => new(text["IssuedSubject", letter.Number!],
    [
        new Paragraph(text["IssuedSaid", nppo.Organization.Name]),
        FactsOf(letter, nppo),
        .. downloadUntil is { } until
            ? new EmailBlock[] { new ActionLink(text["IssuedDownload"], $"{DownloadPath}/{OutgoingEmail.SecretPlaceholder}"),
                new Paragraph(text["IssuedUntil", Day(until)]) }
            : [new ActionLink(text["IssuedOpen"], PageOf(nppo))],
        new Paragraph(text["IssuedVerify", hub.Value.AddressOf(LetterPdf.VerifyPath)]),
    ]);

    public EmailContent Declined(ParticipationLetter letter, Nppo nppo) => new(text["DeclinedSubject", Country(nppo)],
    [
        new Paragraph(text["DeclinedSaid", nppo.Organization.Name]),
        new Quote(letter.Words ?? ""),
        new Paragraph(text["DeclinedNext"]),
        new ActionLink(text["LinkOpen"], letter.AskedByKind == ActorKind.ContactPoint ? "letters/ask" : PageOf(nppo)),
    ]);

    public EmailContent Withdrawn(ParticipationLetter letter, Nppo nppo) => new(text["WithdrawnSubject", letter.Number!],
    [
        new Paragraph(text["WithdrawnSaid", letter.Number!, nppo.Organization.Name]),
        new Quote(letter.Words ?? ""),
    ]);

    private static string PageOf(Nppo nppo) => $"nppo/letters?nppo={nppo.CountryCode}";

    private Facts FactsOf(ParticipationLetter letter, Nppo nppo)
    {
        List<Fact> facts = [new(fields["Country"], Country(nppo)), new(fields["Organization"], nppo.Organization.Name)];
        if (letter.Addressee is { } addressee) facts.Add(new(text["Addressee"], addressee));
        if (letter is { Number: { } number, IssuedAt: { } issued })
        {
            facts.Insert(0, new(text["Number"], number.ToString()));
            facts.Add(new(text["Date"], Day(issued)));
        }

        return new(facts);
    }

    private string Country(Nppo nppo) => countries.NameOf(nppo.CountryCode);

    private string Day(DateTime utc) => utc.InWords(shared["DayPattern"]);
}
