using System.Text;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Inspection;

/// <summary>Markdown is text in UTF-8, not a web page by another name.</summary>
internal static class TextCheck
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly string[] Active = ["<script", "<iframe", "<svg", "<object", "<embed", "javascript:"];

    public static DomainError? Markdown(byte[] content)
    {
        string text;
        try
        {
            text = Strict.GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return DocumentErrors.NotAllowedKind;
        }

        if (text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'))) return DocumentErrors.NotAllowedKind;
        var start = text.TrimStart();
        if (start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)) return DocumentErrors.NotAllowedKind;
        return Active.Any(sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase)) ? DocumentErrors.Unsafe : null;
    }
}
