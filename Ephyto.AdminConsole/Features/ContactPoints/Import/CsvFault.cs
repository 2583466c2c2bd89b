namespace Ephyto.AdminConsole.Features.ContactPoints.Import;

/// <summary>What may be wrong with a file, each with a sentence of its own.</summary>
public enum CsvFaultKind
{
    // The file as a whole
    TooLarge,
    Empty,
    NoLines,
    Workbook,
    Utf16,
    NotUtf8,
    TooManyLines,

    // The first line
    MissingColumn,
    UnknownColumn,
    DoubleColumn,

    // A line
    Quotes,
    TooManyCells,
    UnnamedColumn,
    CountryMissing,
    UnknownCountry,
    LooksLikeCountry,
    DoubleCountry,
    NothingThere,
    Formula,
    Invisible,
    LostLetters,
    TooLong,
    UnknownKind,
    InvalidEmail,
    UnknownLanguage,
    WebAddress,
    NoLetters,
    CurlyApostrophe,
}

/// <summary>Something that has to be mended before anything of the file is applied.</summary>
/// <param name="Line">Where it stands, as a text editor counts; null where it is about the whole file.</param>
/// <param name="Column">The name of the column; null where it is about the whole line.</param>
/// <param name="Values">For the places of the sentence.</param>
public sealed record CsvFault(CsvFaultKind Kind, int? Line = null, string? Column = null, params IReadOnlyList<object> Values);
