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

/// <summary>
/// A PDF that opens, and that does nothing by itself when it is opened. The library that opens it runs in a process of its own.
/// </summary>
internal sealed class PdfCheck(ReaderProcess reader)
{
    private const string Name = "check-pdf";

    // More than any letter or guide has; a file of as many signs as it may have holds more.
    private const int MostTokens = 2_000_000;
    private const int MostSteps = 1_000;
    // What acts, what carries a file, and what opens another one: as a key or as the name of an action.
    private static readonly HashSet<string> Active =
    [
        "JavaScript", "JS", "Launch", "RichMedia", "RichMediaExecute", "SubmitForm", "ImportData", "XFA", "Rendition", "Movie", "Sound",
        "EmbeddedFile", "EmbeddedFiles", "FileAttachment", "GoToR", "GoToE",
    ];

    // What happens by itself. A link that its reader follows is none of it.
    private static readonly string[] ByItself = ["OpenAction", "AA"];

    public static ConsoleCommand Command { get; } = ReaderProcess.Command(Name, content => Judge(content).ToString());

    public async Task<PdfFinding> CheckAsync(byte[] content, CancellationToken ct) =>
        content.AsSpan().StartsWith("%PDF-"u8) && Enum.TryParse<PdfFinding>(await reader.ReadAsync(Name, content, ct), out var found)
            ? found : PdfFinding.NoPdf;

    /// <summary>Not for the console's own process: what a file makes of the library is not known.</summary>
    internal static PdfFinding Judge(byte[] content)
    {
        try
        {
            using var pdf = PdfDocument.Open(content);
            if (pdf.NumberOfPages == 0) return PdfFinding.NoPdf;
            return IsActive(pdf) ? PdfFinding.Active : PdfFinding.Good;
        }
        // The library answers a file that is no PDF with exceptions of many kinds; none of them is ours.
#pragma warning disable CA1031
        catch (Exception broken) when (broken is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return PdfFinding.NoPdf;
        }
    }

    /// <summary>
    /// Walks everything that can be reached from the catalogue, also what lies in compressed streams. A chain may be as long as it likes.
    /// </summary>
    private static bool IsActive(PdfDocument pdf)
    {
        var (waiting, seen, count) = (new Stack<IToken>(), new HashSet<IndirectReference>(), 0);
        waiting.Push(pdf.Structure.Catalog.CatalogDictionary);
        while (waiting.TryPop(out var token))
        {
            if (++count > MostTokens) throw new InvalidDataException("More than a document has.");
            switch (token)
            {
                case DictionaryToken dictionary:
                    if (dictionary.Data.Keys.Any(Active.Contains) || CarriesFile(dictionary)
                        || ByItself.Any(key => dictionary.Data.TryGetValue(key, out var act) && LeadsAway(pdf, act))) return true;
                    foreach (var value in dictionary.Data.Values) waiting.Push(value);
                    break;
                case StreamToken stream:
                    waiting.Push(stream.StreamDictionary);
                    break;
                case ArrayToken array:
                    foreach (var item in array.Data) waiting.Push(item);
                    break;
                case NameToken name when Active.Contains(name.Data):
                    return true;
                case IndirectReferenceToken reference when seen.Add(reference.Data):
                    waiting.Push(pdf.Structure.GetObject(reference.Data).Data);
                    break;
                case ObjectToken inner:
                    waiting.Push(inner.Data);
                    break;
            }
        }

        return false;
    }

    /// <summary>Whether what is done by itself calls an address, also as one of several steps.</summary>
    private static bool LeadsAway(PdfDocument pdf, IToken act)
    {
        var (waiting, seen, count) = (new Stack<IToken>(), new HashSet<IndirectReference>(), 0);
        waiting.Push(act);
        while (waiting.TryPop(out var token))
        {
            if (++count > MostSteps) return true;
            switch (token)
            {
                case DictionaryToken dictionary:
                    if (dictionary.Data.ContainsKey("URI")) return true;
                    // Where it leads to is a page, with all that hangs on it.
                    if (dictionary.Data.ContainsKey("S") || !IsPage(dictionary))
                    {
                        foreach (var value in dictionary.Data.Values) waiting.Push(value);
                    }

                    break;
                case ArrayToken array:
                    foreach (var item in array.Data) waiting.Push(item);
                    break;
                case IndirectReferenceToken reference when seen.Add(reference.Data):
                    waiting.Push(pdf.Structure.GetObject(reference.Data).Data);
                    break;
                case ObjectToken inner:
                    waiting.Push(inner.Data);
                    break;
            }
        }

        return false;
    }

    private static bool IsPage(DictionaryToken dictionary) =>
        dictionary.Data.TryGetValue("Type", out var type) && type is NameToken { Data: "Page" or "Pages" };

    // A font may be called "EF" too; the file with its name is what counts.
    private static bool CarriesFile(DictionaryToken dictionary) => dictionary.Data.ContainsKey("EF")
        && ((string[])["F", "UF", "DOS", "Mac", "Unix", "Type"]).Any(dictionary.Data.ContainsKey);
}
