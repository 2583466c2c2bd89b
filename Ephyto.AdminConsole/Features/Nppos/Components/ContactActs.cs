using Ephyto.AdminConsole.Features.Nppos.UseCases;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Nppos.Components;

/// <summary>What the page does about the technical contact.</summary>
internal sealed class ContactActs(OfferTechnicalContact offer, AnswerTechnicalContact answer, WithdrawTechnicalContact withdraw, TakeTechnicalContact take)
{
    public Task<Result<Guid>> OfferAsync(Guid nppoId, Guid memberId, Actor actor) => offer.HandleAsync(new(nppoId, memberId), actor, CancellationToken.None);

    public Task<Result<Guid>> AnswerAsync(Guid nppoId, bool accept, Actor actor) => answer.HandleAsync(new(nppoId, accept), actor, CancellationToken.None);

    public Task<Result<Guid>> WithdrawAsync(Guid nppoId, Actor actor) => withdraw.HandleAsync(nppoId, actor, CancellationToken.None);

    public Task<Result<Guid>> TakeAsync(Guid nppoId, Actor actor) => take.HandleAsync(nppoId, actor, CancellationToken.None);
}
