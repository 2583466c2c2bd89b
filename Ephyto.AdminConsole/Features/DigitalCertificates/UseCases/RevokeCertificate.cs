using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;

/// <param name="Words">Needed where the reason alone says nothing.</param>
internal sealed record RevokeCertificateRequest(Guid NppoId, Guid CertificateId, RevocationReason? Reason, string? Words);

/// <summary>Says that a certificate must not be trusted any more.</summary>
internal sealed class RevokeCertificate(CertificateAct acts)
{
    public Task<Result<CertificateStatus>> HandleAsync(RevokeCertificateRequest request, Actor actor, CancellationToken ct) =>
        acts.ActAsync(request.NppoId, request.CertificateId, actor,
            (_, certificate, now) => Task.FromResult(certificate.Revoke(request.Reason, request.Words, actor.Id, now)), ct);
}
