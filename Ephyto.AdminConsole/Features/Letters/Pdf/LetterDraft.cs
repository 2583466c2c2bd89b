using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;

namespace Ephyto.AdminConsole.Features.Letters.Pdf;

/// <summary>All that a letter is written from.</summary>
/// <param name="Identity">Null for a preview.</param>
/// <param name="Date">Of the letter, UTC.</param>
internal sealed record LetterDraft(LetterFacts Facts, Language Language, string? Addressee, LetterIdentity? Identity, DateTime Date);
