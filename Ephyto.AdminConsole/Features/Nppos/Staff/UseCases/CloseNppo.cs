using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;

/// <param name="NppoId">Which organization.</param>
/// <param name="SeenVersion">The version of it that the person decided on.</param>
/// <param name="Words">Why; its administrators read it.</param>
internal sealed record CloseNppoRequest(Guid NppoId, int SeenVersion, string? Words);

/// <summary>Ends the membership of an organization for good. The country may register again.</summary>
internal sealed class CloseNppo(NppoAct nppos)
{
    public Task<Result<NppoActed>> HandleAsync(CloseNppoRequest request, Actor actor, CancellationToken ct) =>
        nppos.ActAsync(request.NppoId, request.SeenVersion, actor, (nppo, now) => nppo.Close(request.Words, actor, now), ct);
}
