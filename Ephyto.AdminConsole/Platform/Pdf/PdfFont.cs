using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Ephyto.AdminConsole.Platform.Pdf;

/// <summary>One of the fonts that the console ships, inside one PDF: it knows how wide a text is, and what it cannot write.</summary>
internal sealed class PdfFont
{
    public const string Regular = "DejaVuSans";
    public const string Bold = "DejaVuSans-Bold";
    private static readonly ConcurrentDictionary<string, PdfRuler> Rulers = new();
    private readonly PdfRuler _ruler;

    private PdfFont(PdfRuler ruler, PdfDocumentBuilder builder) => (_ruler, Font) = (ruler, builder.AddTrueTypeFont(ruler.File));

    public PdfDocumentBuilder.AddedFont Font { get; }

    /// <param name="name">Of the file, without its ending.</param>
    /// <param name="builder">The PDF it is put into.</param>
    public static PdfFont Add(string name, PdfDocumentBuilder builder) => new(Rulers.GetOrAdd(name, PdfRuler.Load), builder);

    /// <summary>What the font does not have stands as a question mark.</summary>
    public string Writable(string text)
    {
        if (text.All(letter => _ruler.WidthOf(letter) is not null)) return text;
        var written = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format))
            written.Append(rune.IsBmp && _ruler.WidthOf((char)rune.Value) is not null
                ? (char)rune.Value : Rune.IsWhiteSpace(rune) ? ' ' : '?');
        return written.ToString();
    }

    /// <summary>
    /// Whether a text comes out as its reader expects, in the regular and in the bold font: every letter is there, and none
    /// of them needs to be joined, stacked or set from right to left, which this writer does not do.
    /// </summary>
    public static bool CanWrite(string text) => text.Normalize().All(letter => !IsRightToLeft(letter)
        && CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.PrivateUse)
        && Rulers.GetOrAdd(Regular, PdfRuler.Load).WidthOf(letter) is not null
        && Rulers.GetOrAdd(Bold, PdfRuler.Load).WidthOf(letter) is not null);

    /// <returns>In points.</returns>
    public double WidthOf(string text, double size) => text.Sum(letter => _ruler.WidthOf(letter) ?? _ruler.WidthOf('?')!.Value) * size;

    // Hebrew, Arabic, Syriac, Thaana, N'Ko and the forms of Hebrew and Arabic.
    private static bool IsRightToLeft(char letter) =>
        letter is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFF');

    /// <summary>
    /// Measures the letters of a font on a page that is never written: a font remembers every letter it was asked for, also
    /// one that it does not have, and could not be written then.
    /// </summary>
    private sealed class PdfRuler
    {
        private const double Size = 100;
        private readonly ConcurrentDictionary<char, double?> _widths = new();
        private readonly Lock _gate = new();
        private readonly PdfPageBuilder _page;
        private readonly PdfDocumentBuilder.AddedFont _font;

        private PdfRuler(byte[] file, PdfDocumentBuilder builder) =>
            (File, _font, _page) = (file, builder.AddTrueTypeFont(file), builder.AddPage(PageSize.A4));

        public byte[] File { get; }

        public static PdfRuler Load(string name)
        {
            using var stream = typeof(PdfFont).Assembly.GetManifestResourceStream($"{name}.ttf")
                ?? throw new InvalidOperationException($"The font {name} is not there.");
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return new(bytes.ToArray(), new PdfDocumentBuilder());
        }

        /// <returns>At a size of one point; null for what the font does not have.</returns>
        public double? WidthOf(char letter) => _widths.GetOrAdd(letter, Measure);

        private double? Measure(char letter)
        {
            lock (_gate)
            {
                try
                {
                    return _page.MeasureText(letter.ToString(), Size, new PdfPoint(0, 0), _font)[0].EndBaseLine.X / Size;
                }
                catch (InvalidOperationException)
                {
                    return null;
                }
            }
        }
    }
}
