using System.Security.Cryptography;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Inspection;

/// <summary>Says what an uploaded file is by its content, and refuses what the library does not take. A name alone proves nothing.</summary>
internal sealed class DocumentInspector(IOptions<DocumentsOptions> options)
{
    private const int LongestName = 120;

    private static readonly Dictionary<string, (DocumentFormat Format, Func<byte[], DomainError?> Check)> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".md"] = (DocumentFormat.Markdown, TextCheck.Markdown),
        [".pdf"] = (DocumentFormat.Pdf, PdfCheck.Check),
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
        var clean = CleanName(name);
        if (!Kinds.TryGetValue(Path.GetExtension(clean), out var kind)) return DocumentErrors.NotAllowedKind;
        if (kind.Check(content) is { } refusal) return refusal;
        return new DocumentFile(clean, kind.Format, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    /// <summary>Without folders of any system, control characters and signs that mean something to a shell or a header.</summary>
    private static string CleanName(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var kept = new string([.. last.Where(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_' or ' ')]).TrimStart(' ').TrimEnd(' ', '.');
        var ending = Path.GetExtension(kept);
        var stem = Path.GetFileNameWithoutExtension(kept);
        return $"{(stem.Length > LongestName ? stem[..LongestName] : stem.Length > 0 ? stem : "document")}{ending.ToLowerInvariant()}";
    }
}
