using System.Globalization;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;
using Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Platform.Rendering;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments;

/// <summary>Makes files of what the library holds.</summary>
internal sealed class DocumentFiles(IStringLocalizer<DocumentsText> text, IStringLocalizer<SharedText> shared, MadeOnce made,
    IOptions<HubOptions> hub)
{
    public async Task<DocumentDownload> MakeAsync(IntegrationDocument document, DocumentVersion version, byte[] content, bool asPdf,
        CancellationToken ct)
    {
        if (!asPdf || version.Format != DocumentFormat.Markdown) return new(version.FileName, ContentTypeOf(version.Format), content);
        // What stands at the foot of its pages is part of it.
        var key = $"pdf:{version.Sha256}:{document.Language}:{version.Number}:{version.StatusSince:O}:{document.Title}";
        var pdf = await made.GetAsync(key, cancelled => PdfOf(document, version, content, cancelled), bytes => bytes.Length, ct);
        return new(Path.ChangeExtension(version.FileName, ".pdf"), ContentTypeOf(DocumentFormat.Pdf), pdf);
    }

    /// <summary>The foot of the pages is in the document's language, not the reader's.</summary>
    private byte[] PdfOf(IntegrationDocument document, DocumentVersion version, byte[] content, CancellationToken ct)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            var language = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(document.Language);
            var day = version.StatusSince.InWords(shared["DayPattern"], language);
            var words = new PdfWords(document.Title, text["PdfFooter", document.Title, version.Number, day], document.Language,
                text["Contents"], hub.Value.AddressOf);
            return PdfOfMarkdown.Write(MarkdownText.Parse(content, ct), words, ct);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static string ContentTypeOf(DocumentFormat format) => format switch
    {
        DocumentFormat.Markdown => "text/markdown; charset=utf-8",
        DocumentFormat.Pdf => "application/pdf",
        DocumentFormat.Zip => "application/zip",
        _ => "application/xml",
    };
}
