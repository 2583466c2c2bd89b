using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Serving.UseCases;

/// <summary>The question is taken back before the contact point has answered.</summary>
internal sealed class WithdrawServing(ServingAct acts)
{
    public Task<Result<Guid>> HandleAsync(SeenServing seen, Actor actor, CancellationToken ct) => acts.ActAsync(
        seen, (db, cancel) => db.RefuseToEndServingAsync(actor, seen.NppoId, cancel),
        async (db, serving, now) => serving.Withdraw(await db.SideOfAsync(actor, seen.NppoId, ct), actor, now), ct);
}
