using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Emails;

/// <summary>What the e-mails about the library say. Each is built in its reader's language.</summary>
internal sealed class DocumentEmails(IStringLocalizer<DocumentEmails> text)
{
    public static readonly IReadOnlyList<EmailKind> Kinds = [EmailKind.Plain(DocumentPublished.Name)];

    /// <summary>To members who have an older version.</summary>
    public EmailContent NewVersion(IntegrationDocument document, DocumentVersion version) => new(
        text["NewVersionSubject", document.Title, version.Number],
        [
            new Paragraph(text["NewVersionSaid", document.Title, version.Number]),
            new Paragraph(text["NewVersionNotes"]),
            new Quote(version.Notes),
            new ActionLink(text["Read"], $"nppo/documents/{document.Id}"),
            new Paragraph(text["NewVersionWhy"]),
        ]);
}
