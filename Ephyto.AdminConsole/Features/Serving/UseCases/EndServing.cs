using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Serving.UseCases;

/// <param name="Day">The first day on which the country is no longer served.</param>
/// <param name="Words">Why; the country reads it.</param>
internal sealed record EndServingRequest(SeenServing Seen, DateOnly? Day, string? Words);

/// <summary>The serving organization, or the hub, ends it with notice.</summary>
internal sealed class EndServing(ServingAct acts)
{
    public Task<Result<Guid>> HandleAsync(EndServingRequest request, Actor actor, CancellationToken ct) => acts.ActAsync(
        request.Seen, (db, cancel) => db.RefuseToEndServingAsync(actor, request.Seen.NppoId, cancel),
        async (db, serving, now) =>
            serving.End(await db.SideOfAsync(actor, request.Seen.NppoId, ct), request.Day, request.Words, actor, now),
        ct);
}
