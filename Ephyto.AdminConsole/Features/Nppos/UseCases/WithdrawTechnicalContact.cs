using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Nppos.UseCases;

/// <summary>Takes an open offer back.</summary>
internal sealed class WithdrawTechnicalContact(ContactAct contacts)
{
    public Task<Result<Guid>> HandleAsync(Guid nppoId, Actor actor, CancellationToken ct) =>
        contacts.ActAsync(nppoId, actor, (_, situation) => Task.FromResult(
            situation.MayDirect ? situation.Nppo.WithdrawTechnicalContact(actor.Id, situation.Now) : AccessErrors.NotAllowed), ct);
}
