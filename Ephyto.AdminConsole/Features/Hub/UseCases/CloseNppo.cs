using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Features.Hub.UseCases;

/// <param name="NppoId">Which organisation.</param>
/// <param name="Words">Why; its administrators read it.</param>
internal sealed record CloseNppoRequest(Guid NppoId, string? Words);

/// <summary>Ends the membership of an organisation for good. The country may register again.</summary>
internal sealed class CloseNppo(NppoAct nppos)
{
    public Task<Result<NppoStatus>> HandleAsync(CloseNppoRequest request, Actor actor, CancellationToken ct) =>
        nppos.ActAsync(request.NppoId, actor, (nppo, now) => nppo.Close(request.Words, actor, now), ct);
}
