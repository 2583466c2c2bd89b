using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;

/// <param name="NppoId">Which organization.</param>
/// <param name="SeenVersion">The version of it that the person decided on.</param>
/// <param name="Words">Why; its administrators read it.</param>
internal sealed record SuspendNppoRequest(Guid NppoId, int SeenVersion, string? Words);

/// <summary>Interrupts the membership of an organization: at once nobody of it sees or does anything any more.</summary>
internal sealed class SuspendNppo(NppoAct nppos)
{
    public Task<Result<NppoActed>> HandleAsync(SuspendNppoRequest request, Actor actor, CancellationToken ct) =>
        nppos.ActAsync(request.NppoId, request.SeenVersion, actor, (nppo, now) => nppo.Suspend(request.Words, actor, now), ct);
}
