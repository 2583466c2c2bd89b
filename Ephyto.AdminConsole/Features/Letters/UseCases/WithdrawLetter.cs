using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;

namespace Ephyto.AdminConsole.Features.Letters.UseCases;

/// <param name="Reason">The organization reads it; who verifies the letter does not.</param>
internal sealed record WithdrawLetterRequest(Guid LetterId, string? Reason);

/// <summary>An issued letter is not to be relied on any more.</summary>
internal sealed class WithdrawLetter(LetterAct letters)
{
    public Task<Result<LetterStatus>> HandleAsync(WithdrawLetterRequest request, Actor actor, CancellationToken ct) =>
        letters.ActAsync(request.LetterId, actor, (letter, now) => letter.Withdraw(request.Reason, actor, now), ct);
}
