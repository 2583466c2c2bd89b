using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Features.Nppos.Own.UseCases;

/// <summary>An administrator steps in while there is no technical contact.</summary>
internal sealed class TakeTechnicalContact(ContactAct contacts)
{
    public Task<Result<Guid>> HandleAsync(Guid nppoId, Actor actor, CancellationToken ct) =>
        contacts.ActAsync(nppoId, actor, (_, situation) => Task.FromResult(
            !situation.MayDirect ? AccessErrors.NotAllowed
            // The button is there only while it is offered to nobody: an offer made since is not taken back by it.
            : situation.Nppo.Offer is not null ? TechnicalContactErrors.OfferOpen
            : situation.Nppo.TakeTechnicalContact(situation.Self.Id, actor.Id, situation.Now)), ct);
}
