using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;

/// <param name="Words">For the representative; mandatory with <see cref="DeclineReason.Other"/>.</param>
/// <param name="Files">Attached to the decision; the representative does not see them.</param>
internal sealed record DeclineEscalatedRequest(
    Guid RegistrationId, int SeenVersion, DeclineReason Reason, string? Words, IReadOnlyList<PickedFile>? Files = null);

/// <summary>The Secretariat declines an escalated registration, with a coded reason.</summary>
internal sealed class DeclineEscalated(SecretariatAct secretariat)
{
    public Task<Result<RegistrationStatus>> HandleAsync(DeclineEscalatedRequest request, Actor officer, CancellationToken ct) =>
        secretariat.DecideAsync(
            request.RegistrationId, request.SeenVersion, request.Files, officer,
            (registration, now) => registration.DeclineBySecretariat(request.Reason, request.Words, officer, now), ct);
}
