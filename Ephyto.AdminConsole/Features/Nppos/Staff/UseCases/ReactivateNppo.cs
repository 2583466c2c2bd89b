using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;

/// <param name="NppoId">Which organization.</param>
/// <param name="SeenVersion">The version of it that the person decided on.</param>
internal sealed record ReactivateNppoRequest(Guid NppoId, int SeenVersion);

/// <summary>Ends the suspension of an organization: its people have their rights again.</summary>
internal sealed class ReactivateNppo(NppoAct nppos)
{
    public Task<Result<NppoActed>> HandleAsync(ReactivateNppoRequest request, Actor actor, CancellationToken ct) =>
        nppos.ActAsync(request.NppoId, request.SeenVersion, actor, (nppo, now) => nppo.Reactivate(actor, now), ct);
}
