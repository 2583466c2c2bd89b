using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;

/// <param name="Evidence">What the decision rests on; mandatory.</param>
/// <param name="Files">Attached to the decision.</param>
internal sealed record ConfirmOnEvidenceRequest(
    Guid RegistrationId, int SeenVersion, string? Evidence, IReadOnlyList<PickedFile>? Files = null);

/// <summary>The Secretariat confirms an escalated registration.</summary>
internal sealed class ConfirmOnEvidence(SecretariatAct secretariat)
{
    public Task<Result<RegistrationStatus>> HandleAsync(ConfirmOnEvidenceRequest request, Actor officer, CancellationToken ct) =>
        secretariat.DecideAsync(
            request.RegistrationId, request.SeenVersion, request.Files, officer,
            (registration, now) => registration.ConfirmOnEvidence(request.Evidence, officer, now), ct);
}
