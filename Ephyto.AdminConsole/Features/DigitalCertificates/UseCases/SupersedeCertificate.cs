using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;

/// <param name="CertificateId">The older one.</param>
/// <param name="NextId">The one that has taken its place.</param>
internal sealed record SupersedeCertificateRequest(Guid NppoId, Guid CertificateId, Guid NextId);

/// <summary>Ends the time in which two certificates are used side by side.</summary>
internal sealed class SupersedeCertificate(CertificateAct acts)
{
    public Task<Result<CertificateStatus>> HandleAsync(SupersedeCertificateRequest request, Actor actor, CancellationToken ct) =>
        acts.ActAsync(request.NppoId, request.CertificateId, actor, async (db, certificate, now) =>
            await CertificateAct.FindAsync(db, request.NppoId, request.NextId, ct) is { } next
                ? certificate.SupersedeBy(next, actor.Id, now) : CertificateErrors.NotReplaceable, ct);
}
