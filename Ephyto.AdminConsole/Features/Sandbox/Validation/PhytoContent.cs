using System.Net;
using System.Text;
using static Ephyto.AdminConsole.Features.Sandbox.Validation.ValidationArea;
using static Ephyto.AdminConsole.Features.Sandbox.Validation.ValidationLevel;

namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <summary>
/// Takes from a content what clients put around the XML: base64, a second escape, a mark of the order of bytes. Which encoding the
/// XML declares does not matter: it came as characters.
/// </summary>
internal static class PhytoContent
{
    /// <summary>In characters. Certificates with attachments have a megabyte and more.</summary>
    public const int Longest = 4 * 1024 * 1024;

    public const string Field = "Content";
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>The same mark in UTF-8, where it was read as one byte a letter.</summary>
    private const string MisreadMark = "\u00EF\u00BB\u00BF";

    /// <returns>What begins like XML; null where nothing can be made of it, which is reported then.</returns>
    public static string? Unwrap(string content, PhytoReport report)
    {
        if (content.Length > Longest)
        {
            report.Add(Schema, Severe, Field, "TooLong", $"{Longest / 1024 / 1024}");
            return null;
        }

        var text = WithoutMark(content);
        if (text.StartsWith(MisreadMark, StringComparison.Ordinal))
        {
            report.Add(Schema, Warning, Field, "MarkMisread");
            text = text[MisreadMark.Length..].TrimStart();
        }

        if (text.Length == 0)
        {
            report.Add(MandatoryElements, Severe, Field, "ContentMissing");
            return null;
        }

        if (text.StartsWith("&lt;", StringComparison.Ordinal))
        {
            report.Add(Schema, Warning, Field, "EscapedTwice");
            return WithoutMark(WebUtility.HtmlDecode(text));
        }

        return text[0] == '<' ? text : FromBase64(text, report);
    }

    private static string? FromBase64(string text, PhytoReport report)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(text, bytes, out var length) || length == 0)
        {
            report.Add(Schema, Severe, Field, "NotXml");
            return null;
        }

        var decoded = WithoutMark(Read(bytes.AsSpan(0, length), report));
        if (!decoded.StartsWith('<'))
        {
            report.Add(Schema, Severe, Field, "NotXml");
            return null;
        }

        report.Add(Schema, Info, Field, "Base64");
        return decoded;
    }

    private static string Read(ReadOnlySpan<byte> bytes, PhytoReport report)
    {
        if (bytes is [0xFF, 0xFE, ..] or [(byte)'<', 0, ..]) return Encoding.Unicode.GetString(bytes);
        if (bytes is [0xFE, 0xFF, ..] or [0, (byte)'<', ..]) return Encoding.BigEndianUnicode.GetString(bytes);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            report.Add(Schema, Warning, Field, "NotUtf8");
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private static string WithoutMark(string text) => text.TrimStart().TrimStart(ByteOrderMark).TrimStart();
}
