using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Nppos;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.Emails;

/// <summary>What the e-mails about certificates say. Each is built in its reader's language.</summary>
internal sealed class CertificateEmails(
    IStringLocalizer<CertificateEmails> text, IStringLocalizer<SharedText> shared, Terms terms, CountryCatalogue countries,
    TimeProvider time)
{
    public static readonly EmailKind HubKind = EmailKind.Plain("certificate.expiry-reminded.hub");
    public static readonly IReadOnlyList<EmailKind> Kinds = [EmailKind.Plain(CertificateExpiryReminded.Name), HubKind];

    /// <summary>To who looks after the connection of the organization.</summary>
    public EmailContent Expiry(DigitalCertificate certificate, Nppo nppo) => new(
        text[Key(certificate, "Subject"), certificate.Description, Days(certificate)],
        [
            new Paragraph(text[Key(certificate, "Said"), certificate.Description, nppo.Organization.Name, Days(certificate)]),
            FactsOf(certificate),
            new Paragraph(text["Next"]),
            new ActionLink(text["Open"], $"nppo/certificates?nppo={nppo.CountryCode}"),
        ]);

    /// <summary>To administrators of the hub.</summary>
    public EmailContent ExpiryForHub(DigitalCertificate certificate, Nppo nppo) => new(
        text[Key(certificate, "HubSubject"), countries.NameOf(nppo.CountryCode), Days(certificate)],
        [
            new Paragraph(text[Key(certificate, "Said"), certificate.Description, nppo.Organization.Name, Days(certificate)]),
            FactsOf(certificate),
            new Paragraph(text["HubNext"]),
            new ActionLink(text["HubOpen"], "hub/nppos"),
        ]);

    private int Days(DigitalCertificate certificate) => certificate.DaysLeft(time.GetUtcNow().UtcDateTime);

    /// <summary>How the e-mail puts it: in some days, tomorrow, today, or over already.</summary>
    private string Key(DigitalCertificate certificate, string part) =>
        part + (certificate.Status == CertificateStatus.Expired ? "Over" : Days(certificate) switch
        {
            <= 0 => "Today",
            1 => "Tomorrow",
            _ => "Days",
        });

    private Facts FactsOf(DigitalCertificate certificate) => new(
    [
        new(text["Usage"], terms.Of(certificate.Usage)),
        new(text["Subject"], certificate.Facts.Subject),
        new(text["Thumbprint"], certificate.Facts.Thumbprint),
        new(text["LastDay"], $"{certificate.Facts.ValidUntil.InWords(shared["ExactPattern"])} UTC"),
    ]);
}
