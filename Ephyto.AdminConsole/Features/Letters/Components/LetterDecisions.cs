using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Features.Letters.Components;

/// <summary>What the desk shows of one letter and decides.</summary>
internal sealed class LetterDecisions(ViewLetter view, IssueLetter issue, DeclineLetter decline, WithdrawLetter withdraw)
{
    public Task<Result<LetterView>> ViewAsync(Guid letterId, Actor reader) => view.HandleAsync(letterId, reader, CancellationToken.None);

    public async Task<DomainError?> IssueAsync(Guid letterId, NppoStatus seen, Actor actor) =>
        (await issue.HandleAsync(new(letterId, seen), actor, CancellationToken.None)).Error;

    public async Task<DomainError?> DeclineAsync(Guid letterId, string? words, Actor actor) =>
        (await decline.HandleAsync(new(letterId, words), actor, CancellationToken.None)).Error;

    public async Task<DomainError?> WithdrawAsync(Guid letterId, string? reason, Actor actor) =>
        (await withdraw.HandleAsync(new(letterId, reason), actor, CancellationToken.None)).Error;
}
