using System.Security.Cryptography;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Platform.Uploads;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Inspection;

/// <summary>Says what an uploaded file is by its content, and refuses what the library does not take. A name alone proves nothing.</summary>
internal sealed class DocumentInspector(IOptions<DocumentsOptions> options)
{
    private static readonly Dictionary<string, (DocumentFormat Format, Func<byte[], DomainError?> Check)> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".md"] = (DocumentFormat.Markdown, TextCheck.Markdown),
        [".pdf"] = (DocumentFormat.Pdf, Pdf),
        [".wsdl"] = (DocumentFormat.Wsdl, content => XmlCheck.Root(content, "http://schemas.xmlsoap.org/wsdl/", "definitions")),
        [".xsd"] = (DocumentFormat.Xsd, content => XmlCheck.Root(content, "http://www.w3.org/2001/XMLSchema", "schema")),
        [".zip"] = (DocumentFormat.Zip, ZipCheck.Check),
    };

    /// <summary>In bytes.</summary>
    public long Limit => options.Value.MaximumMegabytes * 1024L * 1024L;

    /// <summary>What a file dialog offers.</summary>
    public static string Endings => string.Join(',', Kinds.Keys);

    /// <param name="name">As the browser gave it; a path in it is dropped.</param>
    /// <param name="content">The whole file.</param>
    public Result<DocumentFile> Inspect(string? name, byte[] content)
    {
        if (content.Length == 0) return DocumentErrors.Empty;
        if (content.Length > Limit) return DocumentErrors.TooLarge;
        if (KeyCheck.HasPrivateKey(content)) return DocumentErrors.PrivateKey;
        var clean = FileNames.Clean(name, "document");
        if (!Kinds.TryGetValue(Path.GetExtension(clean), out var kind)) return DocumentErrors.NotAllowedKind;
        if (kind.Check(content) is { } refusal) return refusal;
        return new DocumentFile(clean, kind.Format, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    private static DomainError? Pdf(byte[] content) => PdfCheck.Check(content) switch
    {
        PdfFinding.Good => null,
        PdfFinding.Active => DocumentErrors.Unsafe,
        _ => DocumentErrors.NotAllowedKind,
    };
}
