namespace Ephyto.Domain.Common;

/// <summary>
/// An expected refusal. <paramref name="Code"/> is stable and names the sentence in the user's language;
/// <paramref name="Sentence"/> says the same in English for logs and for whoever reads the code.
/// </summary>
public record DomainError(string Code, string Sentence);
