using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Nppos.UseCases;

/// <summary>An administrator steps in while there is no technical contact.</summary>
internal sealed class TakeTechnicalContact(ContactAct contacts)
{
    public Task<Result<Guid>> HandleAsync(Guid nppoId, Actor actor, CancellationToken ct) =>
        contacts.ActAsync(nppoId, actor, (_, situation) => Task.FromResult(
            situation.MayDirect ? situation.Nppo.TakeTechnicalContact(situation.Self.Id, actor.Id, situation.Now) : AccessErrors.NotAllowed), ct);
}
