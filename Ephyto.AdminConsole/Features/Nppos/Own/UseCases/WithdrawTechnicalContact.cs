using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Features.Nppos.Own.UseCases;

/// <param name="Offer">The one that the page showed; a later one stays.</param>
internal sealed record WithdrawTechnicalContactRequest(Guid NppoId, TechnicalContactOffer? Offer);

/// <summary>Takes an open offer back.</summary>
internal sealed class WithdrawTechnicalContact(ContactAct contacts)
{
    public Task<Result<Guid>> HandleAsync(WithdrawTechnicalContactRequest request, Actor actor, CancellationToken ct) =>
        contacts.ActAsync(request.NppoId, actor, (_, situation) => Task.FromResult(
            !situation.MayDirect ? AccessErrors.NotAllowed
            : situation.IsBehind(request.Offer) ?? situation.Nppo.WithdrawTechnicalContact(actor.Id, situation.Now)), ct);
}
