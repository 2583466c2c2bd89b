using System.Security.Cryptography;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Platform.Uploads;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Inspection;

/// <summary>
/// Says what an uploaded file is by its content, and refuses what the library does not take. A name alone proves nothing.
/// </summary>
internal sealed class DocumentInspector(IOptions<DocumentsOptions> options, PdfCheck pdf, MarkdownCheck markdown)
{
    private static readonly Dictionary<string, (DocumentFormat Format, Func<byte[], CancellationToken, DomainError?> Check)> Kinds =
        new(StringComparer.OrdinalIgnoreCase)
    {
        [".md"] = (DocumentFormat.Markdown, (content, _) => TextCheck.Markdown(content)),
        [".pdf"] = (DocumentFormat.Pdf, (_, _) => null),
        [".wsdl"] = (DocumentFormat.Wsdl, (content, ct) => XmlCheck.Root(content, "http://schemas.xmlsoap.org/wsdl/", "definitions", ct)),
        [".xsd"] = (DocumentFormat.Xsd, (content, ct) => XmlCheck.Root(content, "http://www.w3.org/2001/XMLSchema", "schema", ct)),
        [".zip"] = (DocumentFormat.Zip, ZipCheck.Check),
    };

    /// <summary>In bytes.</summary>
    public long Limit => options.Value.MaximumMegabytes * 1024L * 1024L;

    /// <summary>What a file dialog offers.</summary>
    public static string Endings => string.Join(',', Kinds.Keys);

    /// <param name="name">As the browser gave it; a path in it is dropped.</param>
    /// <param name="content">The whole file.</param>
    /// <param name="ct">Of who uploads it.</param>
    public async Task<Result<DocumentFile>> InspectAsync(string? name, byte[] content, CancellationToken ct)
    {
        if (content.Length == 0) return DocumentErrors.Empty;
        if (content.Length > Limit) return DocumentErrors.TooLarge;
        if (KeyCheck.HasPrivateKey(content)) return DocumentErrors.PrivateKey;
        var clean = FileNames.Clean(name, "document");
        if (!Kinds.TryGetValue(Path.GetExtension(clean), out var kind)) return DocumentErrors.NotAllowedKind;
        if ((kind.Check(content, ct) ?? await OpenAsync(kind.Format, content, ct)) is { } refusal) return refusal;
        return new DocumentFile(clean, kind.Format, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    /// <summary>Opens what a library has to open for it.</summary>
    private async Task<DomainError?> OpenAsync(DocumentFormat format, byte[] content, CancellationToken ct) => format switch
    {
        DocumentFormat.Markdown => await markdown.CanBeShownAsync(content, ct) ? null : DocumentErrors.Unsafe,
        DocumentFormat.Pdf => await pdf.CheckAsync(content, ct) switch
        {
            PdfFinding.Good => null,
            PdfFinding.Active => DocumentErrors.Unsafe,
            _ => DocumentErrors.NotAllowedKind,
        },
        _ => null,
    };
}
