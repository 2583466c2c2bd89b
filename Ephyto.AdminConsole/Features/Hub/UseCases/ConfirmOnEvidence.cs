using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Hub.UseCases;

/// <param name="Evidence">What the decision rests on; mandatory.</param>
internal sealed record ConfirmOnEvidenceRequest(Guid RegistrationId, int SeenVersion, string? Evidence);

/// <summary>The Secretariat confirms an escalated registration.</summary>
internal sealed class ConfirmOnEvidence(SecretariatAct secretariat)
{
    public Task<Result<RegistrationStatus>> HandleAsync(ConfirmOnEvidenceRequest request, Actor officer, CancellationToken ct) => secretariat.ActAsync(
        request.RegistrationId, request.SeenVersion, officer,
        (_, registration, now) => Task.FromResult(registration.ConfirmOnEvidence(request.Evidence, officer, now)), ct);
}
