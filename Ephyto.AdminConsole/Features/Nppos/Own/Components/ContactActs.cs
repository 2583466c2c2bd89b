using Ephyto.AdminConsole.Features.Nppos.Own.UseCases;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Nppos.Own.Components;

/// <summary>What the page does about the technical contact.</summary>
internal sealed class ContactActs(OfferTechnicalContact offer, AnswerTechnicalContact answer, WithdrawTechnicalContact withdraw, TakeTechnicalContact take)
{
    public Task<Result<Guid>> OfferAsync(OfferTechnicalContactRequest request, Actor actor) => offer.HandleAsync(request, actor, CancellationToken.None);

    public Task<Result<Guid>> AnswerAsync(AnswerTechnicalContactRequest request, Actor actor) => answer.HandleAsync(request, actor, CancellationToken.None);

    public Task<Result<Guid>> WithdrawAsync(WithdrawTechnicalContactRequest request, Actor actor) => withdraw.HandleAsync(request, actor, CancellationToken.None);

    public Task<Result<Guid>> TakeAsync(Guid nppoId, Actor actor) => take.HandleAsync(nppoId, actor, CancellationToken.None);
}
