using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Ephyto.AdminConsole.Platform.Uploads;

internal enum PdfFinding
{
    Good,
    NoPdf,

    /// <summary>It would do something by itself, or carries another file.</summary>
    Active,
}

/// <summary>A PDF that opens, and that does nothing by itself when it is opened.</summary>
internal static class PdfCheck
{
    private static readonly string[] Active = ["JavaScript", "JS", "Launch", "EmbeddedFile", "RichMedia", "SubmitForm", "ImportData"];

    public static PdfFinding Check(byte[] content)
    {
        if (!content.AsSpan().StartsWith("%PDF-"u8)) return PdfFinding.NoPdf;
        try
        {
            using var pdf = PdfDocument.Open(content);
            if (pdf.NumberOfPages == 0) return PdfFinding.NoPdf;
            return IsActive(pdf, pdf.Structure.Catalog.CatalogDictionary, []) ? PdfFinding.Active : PdfFinding.Good;
        }
        // The library answers a file that is no PDF with exceptions of many kinds; none of them is ours.
#pragma warning disable CA1031
        catch (Exception broken) when (broken is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return PdfFinding.NoPdf;
        }
    }

    /// <summary>Walks everything that can be reached from the catalogue, also what lies in compressed streams.</summary>
    private static bool IsActive(PdfDocument pdf, IToken token, HashSet<IndirectReference> seen) => token switch
    {
        DictionaryToken dictionary => dictionary.Data.Any(entry => Active.Contains(entry.Key) || IsActive(pdf, entry.Value, seen)),
        StreamToken stream => IsActive(pdf, stream.StreamDictionary, seen),
        ArrayToken array => array.Data.Any(item => IsActive(pdf, item, seen)),
        NameToken name => Active.Contains(name.Data),
        IndirectReferenceToken reference => seen.Add(reference.Data) && IsActive(pdf, pdf.Structure.GetObject(reference.Data).Data, seen),
        ObjectToken inner => IsActive(pdf, inner.Data, seen),
        _ => false,
    };
}
