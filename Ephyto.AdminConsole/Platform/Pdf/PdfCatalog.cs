using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.Writer;

namespace Ephyto.AdminConsole.Platform.Pdf;

/// <summary>
/// Writes what a PDF consists of, and puts into its catalog what the library has no name for: the language, and that a reader shows the
/// title in place of the name of the file.
/// </summary>
internal sealed class PdfCatalog(string? language) : ITokenWriter
{
    private readonly TokenWriter _writer = new();

    public bool WritingPageContents
    {
        get => _writer.WritingPageContents;
        set => _writer.WritingPageContents = value;
    }

    public void WriteToken(IToken token, Stream outputStream) => _writer.WriteToken(Completed(token), outputStream);

    public void WriteObject(long objectNumber, int generation, byte[] data, Stream outputStream) =>
        _writer.WriteObject(objectNumber, generation, data, outputStream);

    public void WriteCrossReferenceTable(IReadOnlyDictionary<IndirectReference, long> objectOffsets, IndirectReference catalogToken,
        Stream outputStream, IndirectReference? documentInformationReference, long? prevTableLocation) =>
        _writer.WriteCrossReferenceTable(objectOffsets, catalogToken, outputStream, documentInformationReference, prevTableLocation);

    /// <summary>An object of the file comes with its number around it.</summary>
    private IToken Completed(IToken token)
    {
        if (token is ObjectToken whole) return new ObjectToken(whole.Position, whole.Number, Completed(whole.Data));
        if (token is not DictionaryToken entries || !entries.TryGet(NameToken.Type, out var type) || !NameToken.Catalog.Equals(type))
            return token;
        var catalog = entries.With("ViewerPreferences",
            new DictionaryToken(new Dictionary<NameToken, IToken> { [NameToken.Create("DisplayDocTitle")] = BooleanToken.True }));
        return language is null ? catalog : catalog.With("Lang", new StringToken(language));
    }
}
