using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.Domain.Letters;

namespace Ephyto.AdminConsole.Features.Letters.Components;

/// <summary>What was done with a letter last.</summary>
/// <param name="By">A name; null where nobody has decided.</param>
public sealed record LetterDecision(LetterStatus Status, DateTime Since, string? By)
{
    public static LetterDecision Of(LetterView view) => new(view.Letter.Status, view.Letter.StatusSince, view.DecidedBy);
}
