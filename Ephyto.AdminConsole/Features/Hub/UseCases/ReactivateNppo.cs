using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Features.Hub.UseCases;

/// <summary>Ends the suspension of an organisation: its people have their rights again.</summary>
internal sealed class ReactivateNppo(NppoAct nppos)
{
    public Task<Result<NppoStatus>> HandleAsync(Guid nppoId, Actor actor, CancellationToken ct) =>
        nppos.ActAsync(nppoId, actor, (nppo, now) => nppo.Reactivate(actor, now), ct);
}
