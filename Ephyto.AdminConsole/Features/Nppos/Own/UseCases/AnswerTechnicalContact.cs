using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Features.Nppos.Own.UseCases;

/// <param name="Offer">The one that the page showed; a later one is not answered in its place.</param>
internal sealed record AnswerTechnicalContactRequest(Guid NppoId, TechnicalContactOffer? Offer, bool Accept);

/// <summary>The member who was asked accepts or declines.</summary>
internal sealed class AnswerTechnicalContact(ContactAct contacts)
{
    public Task<Result<Guid>> HandleAsync(AnswerTechnicalContactRequest request, Actor actor, CancellationToken ct) =>
        contacts.ActAsync(request.NppoId, actor, (_, situation) => Task.FromResult(
            situation.IsBehind(request.Offer) is { } changed ? changed
            : request.Accept
            ? situation.Nppo.AcceptTechnicalContact(situation.Self.Id, actor.Id, situation.Now)
            : situation.Nppo.DeclineTechnicalContact(situation.Self.Id, actor.Id, situation.Now)), ct);
}
