using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;

namespace Ephyto.AdminConsole.Features.Letters.UseCases;

/// <param name="Words">Why; who asked reads it.</param>
internal sealed record DeclineLetterRequest(Guid LetterId, string? Words);

/// <summary>The Secretariat does not write the letter.</summary>
internal sealed class DeclineLetter(LetterAct letters)
{
    public Task<Result<LetterStatus>> HandleAsync(DeclineLetterRequest request, Actor actor, CancellationToken ct) =>
        letters.ActAsync(request.LetterId, actor, (letter, now) => letter.Decline(request.Words, actor, now), ct);
}
